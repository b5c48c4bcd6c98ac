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
import java.util.regex.Pattern;

/** The whole server without its network: requests in, answers out. */
public final class Site {
    private static final System.Logger LOG = System.getLogger(Site.class.getName());

    /** The origins that name a host the server would serve. */
    private static final Pattern HOST =
            Pattern.compile("http://(?:[a-z0-9.-]+|\\[[a-f0-9:.]+])(?::[0-9]+)?", Pattern.CASE_INSENSITIVE);

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
            request.remarks().fault(String.valueOf(fault.getMessage()));
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
        if (!HOST.matcher(request.origin()).matches()) {
            return Answer.page(400, "Bad Request (400)");
        }
        if (api.has(path)) {
            return api.answer(request);
        }
        Answer page = pages.answer(request);
        if (page != null) {
            return page;
        }
        String slashed = path + "/";
        boolean slashForgotten = !path.endsWith("/") && (api.has(slashed) || pages.has(slashed));
        if (slashForgotten) {
            request.remarks().add("the path has no slash at its end, so that it only leads elsewhere");
        }
        return slashForgotten ? Answer.movedTo(request.withSlash()) : Answer.notFound();
    }
}
