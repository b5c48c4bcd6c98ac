package io.github.patchwork4j.testing;

import io.github.patchwork4j.testing.internal.four.WebhookPosts;
import io.github.patchwork4j.testing.internal.state.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What a fake posts to webhooks, of one world after the other. */
final class WebhookJournal {
    private final List<WebhookPost> posted = new CopyOnWriteArrayList<>();
    private @Nullable WebhookPosts posts;

    /** Posts the events of this world from now on, and no longer those of the one before. */
    synchronized void open(World world) {
        close();
        posted.clear();
        if (world.profile() == Profile.PATCHWORK_4_0) {
            posts = new WebhookPosts(
                    world,
                    (webhook, event, url, status, problem) ->
                            posted.add(new WebhookPost(webhook, event, url, status, problem)));
        }
    }

    List<WebhookPost> await(Duration longest) throws InterruptedException {
        WebhookPosts now = current();
        if (now != null && !now.await(longest)) {
            throw new IllegalStateException("webhooks are still being told of events after " + longest);
        }
        return List.copyOf(posted);
    }

    private synchronized @Nullable WebhookPosts current() {
        return posts;
    }

    synchronized void close() {
        if (posts != null) {
            posts.close();
            posts = null;
        }
    }
}
