package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.api.Api;
import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.web.WebPages;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.locks.Lock;

/** The whole server without its network: requests in, answers out. */
public final class Site {
    private static final System.Logger LOG = System.getLogger(Site.class.getName());

    private final World world;
    private final Api api;
    private final WebPages pages;

    /**
     * Opens a world.
     *
     * @param world the world
     * @param clock what the server takes the time from
     */
    public Site(World world, Clock clock) {
        this.world = world;
        this.api = new Api(world, clock);
        this.pages = new WebPages(world);
    }

    /**
     * Answers a request; many may be answered at the same time.
     *
     * @param request any request
     * @return the answer
     */
    public Answer answer(Request request) {
        Lock lock = request.isSafe() ? world.lock().readLock() : world.lock().writeLock();
        lock.lock();
        try {
            return answerInPeace(request);
        } catch (ServerFault fault) {
            LOG.log(Level.DEBUG, "{0} {1}: {2}", request.method(), request.path(), fault.getMessage());
            return Answer.fault(world.libraries());
        } catch (RuntimeException bug) {
            // Without an answer the client would wait for ever.
            LOG.log(Level.ERROR, "no answer to " + request.method() + " " + request.path(), bug);
            return Answer.fault(world.libraries());
        } finally {
            lock.unlock();
        }
    }

    private Answer answerInPeace(Request request) {
        String path = request.path();
        if (api.has(path)) {
            return api.answer(request);
        }
        Answer page = pages.answer(request);
        if (page != null) {
            return page;
        }
        String slashed = path + "/";
        boolean slashForgotten = !path.endsWith("/") && (api.has(slashed) || pages.has(slashed));
        return slashForgotten ? Answer.movedTo(request.withSlash()) : Answer.notFound();
    }
}
