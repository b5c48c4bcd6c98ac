package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.WebhookRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;

/**
 * Posts events to the webhooks of a world, once each, whatever is answered: four at a time, the webhooks of one event one
 * after the other. Only receivers on this machine get anything, for a test must not disturb others.
 */
public final class WebhookPosts implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int WORKERS = 4;
    private static final int REDIRECTS = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final World world;
    private final Listener listener;
    private final ThreadPoolExecutor workers;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .callTimeout(TIMEOUT)
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .proxy(Proxy.NO_PROXY)
            .build();
    private final Object idle = new Object();
    private int waiting;

    /** Is told what became of a post. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Tells of one post.
         *
         * @param webhook the id of the webhook
         * @param event the id of the event
         * @param url where the webhook is
         * @param status the last status that was answered; 0 if there was none
         * @param problem why there was none; empty if there was one
         */
        void posted(long webhook, long event, String url, int status, String problem);
    }

    /**
     * Begins to post the events of a world.
     *
     * @param world the world
     * @param listener is told of each post, on a thread of its own
     */
    public WebhookPosts(World world, Listener listener) {
        this.world = world;
        this.listener = listener;
        this.workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), WebhookPosts::worker);
        workers.allowCoreThreadTimeOut(true);
        world.events().onEvent(this::enqueue);
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "fake-patchwork-webhooks");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes an event whose write is not over yet: it is posted when the lock of the world is free again. */
    private void enqueue(EventRow event) {
        if (workers.isShutdown() || world.webhooks().all().isEmpty()) {
            return;
        }
        synchronized (idle) {
            waiting++;
        }
        workers.execute(() -> {
            try {
                post(event);
            } finally {
                synchronized (idle) {
                    waiting--;
                    idle.notifyAll();
                }
            }
        });
    }

    /**
     * Waits until everything is posted.
     *
     * @param longest how long to wait at most
     * @return whether everything is
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (idle) {
            while (waiting > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                idle.wait(left);
            }
        }
        return true;
    }

    private void post(EventRow event) {
        List<WebhookRow> told;
        ByteString body;
        Lock reading = world.lock().readLock();
        reading.lock();
        try {
            told = world.webhooks().all().stream()
                    .filter(webhook -> webhook.active()
                            && webhook.project() == event.project()
                            && matches(webhook.events(), event.category().word()))
                    .toList();
            body = told.isEmpty() ? ByteString.EMPTY : new WebhookBody(world, dates()).of(event);
        } finally {
            reading.unlock();
        }
        told.forEach(webhook -> post(webhook, event, body));
    }

    private Dates dates() {
        return new Dates(ZoneId.of(world.timeZone()));
    }

    private static boolean matches(String events, String category) {
        return events.equals("*")
                || Arrays.stream(events.split(",", -1)).map(String::strip).anyMatch(category::equals);
    }

    private void post(WebhookRow webhook, EventRow event, ByteString body) {
        Request.Builder request = new Request.Builder()
                .header("User-Agent", "Go-http-client/1.1")
                .header("X-Patchwork-Event", event.category().word())
                .header("X-Patchwork-Delivery", Long.toString(event.id()))
                .post(RequestBody.create(body, JSON));
        if (!webhook.secret().isEmpty()) {
            ByteString key = ByteString.encodeUtf8(webhook.secret());
            request.header(
                    "X-Patchwork-Signature", "sha256=" + body.hmacSha256(key).hex());
        }
        int status = 0;
        String problem = "";
        try {
            status = send(webhook.url(), request);
        } catch (IOException e) {
            problem = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        listener.posted(webhook.id(), event.id(), webhook.url(), status, problem);
    }

    /** Follows redirects: some of them turn the post into a get without a body, which keeps the other headers. */
    private int send(String url, Request.Builder request) throws IOException {
        HttpUrl target = HttpUrl.parse(url);
        for (int redirects = 0; ; redirects++) {
            if (target == null || !isOnThisMachine(target)) {
                throw new IOException((target == null ? url : target) + " is not on this machine");
            }
            try (Response response = client.newCall(request.url(target).build()).execute()) {
                String location = response.header("Location");
                if (!isRedirect(response.code()) || location == null) {
                    return response.code();
                }
                if (redirects == REDIRECTS) {
                    throw new IOException("it was sent on " + REDIRECTS + " times");
                }
                if (response.code() < 304) {
                    request.get();
                }
                target = target.resolve(location);
            }
        }
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Looks up no name: an address, or the one name that stands for this machine. */
    private static boolean isOnThisMachine(HttpUrl url) throws IOException {
        String host = url.host().toLowerCase(Locale.ROOT);
        boolean isAddress = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        return host.equals("localhost")
                || (isAddress && InetAddress.getByName(host).isLoopbackAddress());
    }

    /** Ends what is under way; what waits is not posted. */
    @Override
    public void close() {
        workers.shutdownNow();
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        synchronized (idle) {
            waiting = 0;
            idle.notifyAll();
        }
    }
}
