package io.github.patchwork4j.client;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Makes calls that keep to a {@link Pace} and are sent again where {@link Retries} allow it. */
final class RetryingCalls implements Call.Factory {
    private final OkHttpClient http;
    private final OkHttpClient keeping;
    private final Rules rules;
    private final @Nullable DiffCache diffs;
    private final Set<Call> enqueued;

    /**
     * How calls are made.
     *
     * @param retries when to send again
     * @param total how long all attempts may take
     * @param pace how many to send
     * @param waiting the clocks
     * @param notices who hears of it
     */
    record Rules(Retries retries, Duration total, Pace pace, Waiting waiting, Notices notices) {
        Rules within(Duration newTotal) {
            return new Rules(retries, newTotal, pace, waiting, notices);
        }
    }

    RetryingCalls(OkHttpClient http, Rules rules, @Nullable DiffCache diffs) {
        this(http, rules, diffs, ConcurrentHashMap.newKeySet());
    }

    private RetryingCalls(OkHttpClient http, Rules rules, @Nullable DiffCache diffs, Set<Call> enqueued) {
        this.http = http;
        this.keeping = diffs == null ? http : diffs.over(http);
        this.rules = rules;
        this.diffs = diffs;
        this.enqueued = enqueued;
    }

    /** Returns the same with other times, on the same connections. */
    RetryingCalls with(Timeouts timeouts) {
        return new RetryingCalls(
                timeouts.on(http.newBuilder()).build(), rules.within(timeouts.total()), diffs, enqueued);
    }

    @Override
    public Call newCall(Request request) {
        return new RetryingCall(
                this, request.newBuilder().tag(Notices.class, rules.notices()).build());
    }

    /** Begins an attempt, whose request remembers what becomes of it. */
    Call begin(Request request, Attempt attempt) {
        boolean keeps = request.cacheUrlOverride() != null && keptDiffs().isPresent();
        return (keeps ? keeping : http)
                .newCall(request.newBuilder().tag(Attempt.class, attempt).build());
    }

    /** Returns the diffs that the client keeps, if it does and is not closed. */
    Optional<DiffCache> keptDiffs() {
        return Optional.ofNullable(diffs).filter(cache -> !cache.isClosed());
    }

    Rules rules() {
        return rules;
    }

    /** Keeps in mind a call that nobody waits for until it ends. */
    void started(Call call) {
        enqueued.add(call);
    }

    void ended(Call call) {
        enqueued.remove(call);
    }

    void cancelEnqueued() {
        enqueued.forEach(Call::cancel);
    }

    /** Marks requests whose answers are read by who asked, as they arrive, and may be something else than JSON. */
    enum Streaming {
        /** It is one. */
        YES
    }
}
