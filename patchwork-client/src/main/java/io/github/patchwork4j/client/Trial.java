package io.github.patchwork4j.client;

import io.github.patchwork4j.client.RetryingCalls.Streaming;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * The attempts at one request: what each came to, and whether and when there is another. It does not wait itself, so it
 * serves calls that block and calls that do not.
 */
final class Trial {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final List<Integer> OVERLOADED = List.of(502, 503, 504);

    private final RetryingCalls calls;
    private final RetryingCalls.Rules rules;
    private final Request request;
    private final Pace.Lane lane;
    private int number;
    private long start;
    private Attempt attempt;

    Trial(RetryingCalls calls, Request request) {
        this.calls = calls;
        this.rules = calls.rules();
        this.request = request;
        this.lane = rules.pace().lane(request.url());
        this.number = 1;
        this.attempt = attempt();
    }

    private Attempt attempt() {
        return new Attempt(
                new ClientRequest(request.method(), request.url(), number), rules.notices(), rules.waiting());
    }

    Pace.Lane lane() {
        return lane;
    }

    /** Tells of a wait for a place that is over. */
    void placed(long since) {
        throttled(Duration.ofNanos(rules.waiting().nanos() - since), Throttle.IN_FLIGHT);
    }

    /** Takes a turn, to be waited for. */
    Pace.Turn turn() {
        Pace.Turn turn = lane.turn(rules.waiting().nanos());
        if (!turn.left().isZero()) {
            throttled(turn.left(), Throttle.RATE);
        }
        return turn;
    }

    /** Begins an attempt. The first one starts the clock: waiting in line is not counted. */
    Call begin() {
        if (number == 1) {
            start = rules.waiting().nanos();
        }
        Call call = calls.begin(request, attempt);
        call.timeout().timeout(Math.max(1, left().toNanos()), TimeUnit.NANOSECONDS);
        return call;
    }

    /** Reads an answer as far as it is to be read at once. */
    Response read(Response response) throws IOException {
        return attempt.restored(whole(response));
    }

    /** Returns how long to wait before an answer is asked for again, and closes it; nothing if it is the answer. */
    Optional<Duration> again(Response response) {
        Optional<Duration> wait = inTime(waitAfter(response));
        if (wait.isPresent()) {
            response.close();
            if (response.header(RetryAfter.NAME) != null) {
                lane.rest(rules.waiting().nanos(), wait.get());
                throttled(wait.get(), Throttle.SERVER);
            }
            next(wait.get());
        }
        return wait;
    }

    /** Returns how long to wait before trying again after a failure; nothing if that is the end. */
    Optional<Duration> again(IOException failure, boolean canceled) {
        Attempt failed = attempt;
        if (canceled) {
            rules.notices().tell(listener -> listener.canceled(failed.request()));
        } else if (!(failure instanceof JsonConverters.NotJson)) {
            rules.notices().tell(listener -> listener.failed(failed.request(), failure));
        }
        Optional<Duration> wait = canceled ? Optional.empty() : inTime(waitAfter(failure));
        wait.ifPresent(this::next);
        return wait;
    }

    private void next(Duration wait) {
        Attempt failed = attempt;
        rules.notices().tell(listener -> listener.retrying(failed.request(), wait));
        number++;
        attempt = attempt();
    }

    private void throttled(Duration wait, Throttle by) {
        Attempt held = attempt;
        rules.notices().tell(listener -> listener.throttled(held.request(), wait, by));
    }

    private Duration left() {
        Restart.Left given = request.tag(Restart.Left.class);
        Duration total = given == null ? rules.total() : given.time();
        return total.minusNanos(rules.waiting().nanos() - start);
    }

    /** Gives up at once what would be tried again only after the time is over. */
    private Optional<Duration> inTime(Optional<Duration> wait) {
        return wait.filter(time -> time.compareTo(left()) < 0);
    }

    /** Reads all of a JSON answer, and refuses another where JSON was due. */
    private Response whole(Response response) throws IOException {
        if (request.tag(Streaming.class) != null || !response.isSuccessful() || response.code() == 204) {
            return response;
        }
        try (ResponseBody body = response.body()) {
            if (!JsonConverters.isJson(body.contentType())) {
                throw new JsonConverters.NotJson(response.code(), body);
            }
            Buffer all = new Buffer();
            all.writeAll(body.source());
            return response.newBuilder()
                    .body(ResponseBody.create(all, body.contentType(), all.size()))
                    .build();
        }
    }

    private Optional<Duration> waitAfter(Response response) {
        boolean repeatable =
                response.code() == TOO_MANY_REQUESTS || (OVERLOADED.contains(response.code()) && isSafeToRepeat());
        if (!repeatable || number >= rules.retries().attempts()) {
            return Optional.empty();
        }
        Optional<Duration> asked = RetryAfter.of(response, rules.waiting().now());
        return asked.isPresent() ? asked.filter(rules.retries()::accepts) : backOff();
    }

    private Optional<Duration> waitAfter(IOException failure) {
        boolean safe = isSafeToRepeat() || !attempt.mayHaveReachedServer();
        return safe && number < rules.retries().attempts() && mayPass(failure) ? backOff() : Optional.empty();
    }

    /** Tells whether the same comes out when the request is carried out twice. */
    private boolean isSafeToRepeat() {
        return switch (request.method()) {
            case "GET" -> true;
            case "PATCH" -> {
                Invocation invocation = request.tag(Invocation.class);
                yield invocation == null
                        || invocation.arguments().stream()
                                .noneMatch(argument -> argument instanceof Changes changes && changes.isToldEachTime());
            }
            default -> false;
        };
    }

    private Optional<Duration> backOff() {
        return Optional.of(rules.retries().backOff(number, rules.waiting().random()));
    }

    /** Tells what another attempt may mend from what it may not: another kind of answer, a certificate, an interrupt. */
    static boolean mayPass(IOException failure) {
        if (failure instanceof InterruptedIOException) {
            return failure instanceof SocketTimeoutException;
        }
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return false;
            }
        }
        return !(failure instanceof JsonConverters.NotJson
                || failure instanceof RequestHeaders.NoCredentials
                || failure instanceof SSLPeerUnverifiedException);
    }
}
