package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Event;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The events that are new, each once, as {@link EventFeed} hands them out, asked for without a thread that waits for them.
 *
 * <pre>{@code
 * AsyncEventFeed feed = client.async().events().follow(query, EventCursor.parse(stored));
 * feed.forEach(event -> {
 *     handle(event);
 *     store(feed.cursor().toString());
 * });
 * }</pre>
 *
 * <p>Instances are for one walk at a time: begin the next one when the future of the last is complete. A walk that fails or is
 * canceled leaves the feed at the last event that it told, and the next one goes on behind it.
 */
public final class AsyncEventFeed {
    private final EventFeed feed;

    AsyncEventFeed(EventFeed feed) {
        this.feed = feed;
    }

    /**
     * Returns the same feed, from where it stands, with another length of time that each walk looks at again.
     *
     * @param overlap how long, {@link EventFeed#DEFAULT_OVERLAP} unless set
     * @return the feed
     * @throws IllegalArgumentException if it is negative
     * @see EventFeed#overlap(Duration)
     */
    public AsyncEventFeed overlap(Duration overlap) {
        return new AsyncEventFeed(feed.overlap(overlap));
    }

    /**
     * Returns where the feed stands, with every event dealt with that was told so far, also the one that is told just now.
     *
     * @return what to store, and to go on from
     */
    public EventCursor cursor() {
        return feed.cursor();
    }

    /**
     * Tells whether there may be events that the feed will never show, as {@link EventFeed#hasGap()} does.
     *
     * @return whether something may be lost
     */
    public boolean hasGap() {
        return feed.hasGap();
    }

    /**
     * Walks through what is new, the oldest first.
     *
     * @param action gets each event, on the thread that received it
     * @return what is complete when there is no more; it fails with what fails a request, or with what {@code action} throws
     */
    public CompletableFuture<Void> forEach(Consumer<? super Event> action) {
        return forEachWhile(event -> {
            action.accept(event);
            return true;
        });
    }

    /**
     * Walks through what is new, the oldest first, as long as more is wanted.
     *
     * @param goesOn gets each event, on the thread that received it, and tells whether to go on to the next
     * @return what is complete when the walk has ended; it fails with what fails a request, or with what {@code goesOn} throws
     */
    public CompletableFuture<Void> forEachWhile(Predicate<? super Event> goesOn) {
        return feed.toWalk(goesOn).startWithoutResult();
    }
}
