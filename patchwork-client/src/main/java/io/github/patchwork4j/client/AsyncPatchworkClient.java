package io.github.patchwork4j.client;

import java.util.concurrent.CompletableFuture;

/**
 * Everything that a {@link PatchworkClient} does, without a thread that waits for it.
 *
 * <p>Requests go by the same road as those that wait, and by the same rules: pace, times, further attempts and listeners
 * are those of the client. No thread sleeps between two attempts, and none keeps a program from ending: wait for the
 * futures that matter. Futures complete on the threads of OkHttp's
 * dispatcher, so what follows and takes long or waits belongs on others, as by {@code thenApplyAsync}. They fail with
 * the exceptions that the client throws. To cancel a future that a method here returned cancels what has been sent for
 * it; to cancel one that was made from it does not. An {@link IllegalArgumentException} is thrown at once by what could
 * not mean what it says; where the server has to be asked for that, the future fails with it.
 *
 * <p>A download can be had as it begins, or by a function that reads it on the thread that receives it:
 *
 * <pre>{@code
 * client.async().patches().mbox(patch, download -> download.atMost(10_000_000).saveTo(path))
 * }</pre>
 *
 * <p>What that throws, the future fails with; to cancel the future ends the reading and leaves no file behind.
 */
public final class AsyncPatchworkClient {
    private final Session session;

    AsyncPatchworkClient(Session session) {
        this.session = session;
    }

    /**
     * {@return the projects}
     */
    public AsyncProjects projects() {
        return new AsyncProjects(new ApiProjects(session));
    }

    /**
     * {@return the patches}
     */
    public AsyncPatches patches() {
        return new AsyncPatches(new ApiPatches(session));
    }

    /**
     * {@return the cover letters}
     */
    public AsyncCovers covers() {
        return new AsyncCovers(new ApiCovers(session));
    }

    /**
     * {@return the series}
     */
    public AsyncSeries series() {
        return new AsyncSeries(new ApiSeries(session));
    }

    /**
     * {@return the people}
     */
    public AsyncPeople people() {
        return new AsyncPeople(new ApiPeople(session));
    }

    /**
     * {@return the users}
     */
    public AsyncUsers users() {
        return new AsyncUsers(new ApiUsers(session));
    }

    /**
     * {@return the checks}
     */
    public AsyncChecks checks() {
        return new AsyncChecks(new ApiChecks(session));
    }

    /**
     * {@return the comments}
     */
    public AsyncComments comments() {
        return new AsyncComments(new ApiComments(session));
    }

    /**
     * {@return the bundles}
     */
    public AsyncBundles bundles() {
        return new AsyncBundles(new ApiBundles(session));
    }

    /**
     * {@return the webhooks of projects, on Patchwork 4.0 only}
     */
    public AsyncWebhooks webhooks() {
        return new AsyncWebhooks(new ApiWebhooks(session));
    }

    /**
     * {@return the events}
     */
    public AsyncEvents events() {
        return new AsyncEvents(new ApiEvents(session));
    }

    /**
     * Tells what server this is, and what it can do. It takes a request the first time.
     *
     * @return what is known by then
     */
    public CompletableFuture<ServerInfo> server() {
        return session.connection().info().start();
    }
}
