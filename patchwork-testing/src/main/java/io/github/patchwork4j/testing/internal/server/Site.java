package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.internal.four.Four;
import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.RefusedWrite;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.http.Service;
import io.github.patchwork4j.testing.internal.state.World;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.locks.Lock;

/** The whole server without its network: requests in, answers out. */
public final class Site {
    private static final System.Logger LOG = System.getLogger(Site.class.getName());

    private final World world;
    private final Service service;

    /**
     * Opens a world.
     *
     * @param world the world, which says whose answers are given
     * @param clock what the server takes the time from
     */
    public Site(World world, Clock clock) {
        this.world = world;
        this.service = world.profile() == Profile.PATCHWORK_4_0 ? new Four(world, clock) : new Three(world, clock);
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
            if (!request.isSafe()) {
                request.remarks().beforeChange();
            }
            return service.answer(request);
        } catch (RefusedWrite refused) {
            // Whoever refuses tells why, in an answer of its own.
            return Answer.empty(400);
        } catch (ServerFault fault) {
            request.remarks().fault(String.valueOf(fault.getMessage()));
            return service.fault(request);
        } catch (RuntimeException bug) {
            // Without an answer the client would wait for ever.
            LOG.log(Level.ERROR, "no answer to " + request.method() + " " + request.path(), bug);
            return service.fault(request);
        } finally {
            lock.unlock();
        }
    }
}
