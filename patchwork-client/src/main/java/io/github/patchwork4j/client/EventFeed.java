package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events of a server as they come, each of them once. Every walk through a feed asks the server for what is new and ends
 * when there is no more.
 *
 * <pre>{@code
 * EventFeed feed = client.events().follow(EventQuery.builder().project("kettle").build(), EventCursor.parse(stored));
 * for (Event event : feed) {
 *     handle(event);
 *     store(feed.cursor().toString());
 * }
 * }</pre>
 *
 * <p>Whoever stores the cursor after an event was dealt with, and goes on from it after a crash, gets no event twice but the one
 * that was not dealt with, and misses none. To that end each walk looks again at the last minutes ({@link #overlap(Duration)}),
 * for servers show events in the order of their dates, of which several may share one, and some only after later ones; and
 * pages are asked for by date, so that nothing is lost when they shift.
 *
 * <p>On Patchwork 3.x the dates are those of the server's clock: the time zone that the client was told has to be right
 * ({@link PatchworkClient.Builder#serverZone}), or the overlap longer than the hour that clocks are put back by in autumn.
 *
 * <p>Instances are for one thread at a time. Walking throws a {@link PatchworkException} when a request fails; the next walk
 * goes on from there.
 */
public final class EventFeed implements Iterable<Event> {
    /** How far back each walk looks unless told otherwise: five minutes. */
    public static final Duration DEFAULT_OVERLAP = Duration.ofMinutes(5);

    private final Session session;
    private final Source source;
    private final Duration overlap;
    private @Nullable Instant from;
    private @Nullable Instant latest;
    private boolean looked;
    private boolean gap;

    private final Set<Long> seen = new HashSet<>();
    private final TreeMap<Instant, Set<Long>> byDate = new TreeMap<>();

    /** Lists the events from a date on, in the order of their dates. */
    interface Source {
        /**
         * Makes the list.
         *
         * @param since the first date
         * @param looks whether to look for what the filters name if there is nothing
         */
        PageSource<Event> since(Optional<Instant> since, boolean looks);
    }

    EventFeed(Session session, Source source, Duration overlap, EventCursor start) {
        this.session = session;
        this.source = source;
        this.overlap = overlap;
        this.from = start.from().orElse(null);
        start.seen().forEach(this::remember);
    }

    /**
     * Returns the same feed, from where it stands, with another length of time that each walk looks at again. An event that becomes visible later
     * than that after its date may be missed; one that was handed out is never handed out again.
     *
     * @param overlap how long, {@link #DEFAULT_OVERLAP} unless set
     * @return the feed
     * @throws IllegalArgumentException if it is negative
     */
    public EventFeed overlap(Duration overlap) {
        return new EventFeed(session, source, Timeouts.notNegative("overlap", overlap), cursor());
    }

    /**
     * Returns where the feed stands, with every event dealt with that was handed out so far.
     *
     * @return what to store, and to go on from
     */
    public EventCursor cursor() {
        Map<Long, Instant> dates = new TreeMap<>();
        byDate.forEach((date, ids) -> ids.forEach(id -> dates.put(id, date)));
        return new EventCursor(from, dates);
    }

    /**
     * Tells whether there may be events that the feed will never show: whether the last walk found none of those that were handed
     * out before it. Then the server has deleted them, as Patchwork 4.0 does after thirty days unless set up otherwise, and maybe newer
     * ones too; read what you follow anew. It is told without need when the last events are gone together with their patch.
     *
     * @return whether something may be lost
     */
    public boolean hasGap() {
        return gap;
    }

    /**
     * Asks for the events that are new.
     *
     * @return them, fetched as they are walked through, the oldest first
     */
    @Override
    public Iterator<Event> iterator() {
        return new Walk();
    }

    private void remember(long id, Instant date) {
        if (seen.add(id)) {
            byDate.computeIfAbsent(date, same -> new HashSet<>()).add(id);
        }
        if (latest == null || date.isAfter(latest)) {
            latest = date;
        }
    }

    private void handOut(Event event) {
        remember(event.id(), event.date());
        Instant start = windowStart(latest == null ? event.date() : inThePast(latest));
        if (from == null || start.isAfter(from)) {
            from = start;
            Map<Instant, Set<Long>> old = byDate.headMap(start, false);
            old.values().forEach(seen::removeAll);
            old.clear();
        }
    }

    /** Keeps an event that is dated wrongly from hiding all others until its date has come. */
    private Instant inThePast(Instant date) {
        return session.clock().at(session.clock().nanos()).filter(date::isAfter).orElse(date);
    }

    /** Returns the first date that an event which is not visible yet may have. Clocks of 3.x show an hour twice when they are put back. */
    private Instant windowStart(Instant last) {
        Instant start = last;
        if (!session.isKnown(ServerDialect.PATCHWORK_4)) {
            ZoneOffsetTransition change =
                    session.serverZone().getRules().getTransition(LocalDateTime.ofInstant(last, session.serverZone()));
            if (change != null && change.isOverlap()) {
                start = change.getDateTimeAfter().atZone(session.serverZone()).toInstant();
            }
        }
        return start.minus(overlap);
    }

    /**
     * Returns a walk through what is new, which ends with the first event after which no more is wanted. An event counts as handed
     * out when it is told.
     */
    Task<Task.Done> toWalk(Predicate<? super Event> goesOn) {
        return new Task<>() {
            @Override
            Done run() {
                for (Event event : EventFeed.this) {
                    if (!goesOn.test(event)) {
                        break;
                    }
                }
                return Done.DONE;
            }

            @Override
            CompletableFuture<Done> begin(CallOff callOff) {
                return go(new Walk(), goesOn, callOff);
            }
        };
    }

    private static CompletableFuture<Task.Done> go(Walk walk, Predicate<? super Event> goesOn, CallOff callOff) {
        while (walk.isOnPage()) {
            if (callOff.isCanceled() || !goesOn.test(walk.next())) {
                return CompletableFuture.completedFuture(Task.Done.DONE);
            }
        }
        return walk.ended
                ? CompletableFuture.completedFuture(Task.Done.DONE)
                : walk.toFetch().begin(callOff).thenCompose(page -> go(walk, goesOn, callOff));
    }

    /** One walk through what is new. Each page begins at the last date of the one before, where several may have that date. */
    private final class Walk implements Iterator<Event> {
        private final Set<Long> known = Set.copyOf(seen);
        private Optional<Instant> since = Optional.ofNullable(from);
        private int page = 1;
        private boolean first = true;
        private boolean ended;
        private Iterator<Event> rows = List.<Event>of().iterator();
        private @Nullable Event next;

        @Override
        public boolean hasNext() {
            while (!isOnPage()) {
                if (ended) {
                    return false;
                }
                toFetch().run();
            }
            return true;
        }

        /** Tells whether there is something new on the page that was fetched last. */
        boolean isOnPage() {
            while (next == null && rows.hasNext()) {
                Event row = rows.next();
                next = seen.contains(row.id()) ? null : row;
            }
            return next != null;
        }

        @Override
        public Event next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Event event = next;
            next = null;
            handOut(event);
            return event;
        }

        private Task<Task.Done> toFetch() {
            // Dates are written for the server that it is.
            return session.known()
                    .then(server -> source.since(since, !looked).page(new Cursor(page, Paged.MAX_PAGE_SIZE)))
                    .map(this::take);
        }

        private Task.Done take(PageSource.Rows<Event> answer) {
            looked = true;
            List<Event> items = answer.items();
            if (first) {
                gap = !known.isEmpty() && items.stream().noneMatch(row -> known.contains(row.id()));
                first = false;
            }
            ended = switch (answer.link().next()) {
                case YES -> items.isEmpty();
                case NO -> true;
                case NOT_TOLD -> items.stream().allMatch(row -> seen.contains(row.id()));
            };
            rows = items.iterator();
            if (!ended) {
                Instant last = items.get(items.size() - 1).date();
                boolean moved = since.filter(date -> !last.isAfter(date)).isEmpty();
                page = moved ? 1 : page + 1;
                since = moved ? Optional.of(last) : since;
            }
            return Task.Done.DONE;
        }
    }
}
