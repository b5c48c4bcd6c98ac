package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One line of a script of faults: which requests it meets, and what becomes of them. */
public final class FaultRule {
    private static final Set<String> WORDS = Set.of(
            "nth",
            "times",
            "chance",
            "seed",
            "after",
            "status",
            "body",
            "type",
            "header",
            "location",
            "delay",
            "dribble",
            "pause",
            "truncate",
            "length",
            "damage",
            "reset",
            "stall",
            "revoked",
            "missing",
            "botwall");
    private static final String REVOKED = "Token 0000000000000000000000000000000000000000";
    /** The last number in a path, which is put out of reach. */
    private static final Pattern LAST_ID = Pattern.compile("/\\d+(?=/?$|/(?:comments|checks|mbox|raw)/?$)");

    private static final String NO_ID = "/" + Integer.MAX_VALUE;
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final String HTML_BODY = "<html><body><h1>The service is not available</h1></body></html>";
    private static final String BOT_WALL =
            "<!doctype html><html><head><title>Making sure you're not a bot!</title></head><body></body></html>";

    private final String method;
    private final String path;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> headers = new ArrayList<>();
    private final Random random;
    private long met;

    private FaultRule(String line) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length < 3 || !words[1].startsWith("/")) {
            throw new IllegalArgumentException("a fault is METHOD /PATH and what happens: \"" + line + "\"");
        }
        method = words[0];
        path = words[1];
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String name = equals < 0 ? words[i] : words[i].substring(0, equals);
            String value = equals < 0 ? "" : words[i].substring(equals + 1);
            if (!WORDS.contains(name)) {
                throw new IllegalArgumentException("unknown word \"" + name + "\" in the fault \"" + line + "\"");
            }
            if (name.equals("header")) {
                headers.add(value);
            } else {
                values.put(name, value);
            }
        }
        random = new Random(number("seed", 0));
        for (String word : List.of("nth", "times", "status", "dribble", "truncate", "length")) {
            number(word, 0);
        }
        chance();
        millis("delay");
        millis("pause");
        if (headers.stream().anyMatch(header -> header.indexOf(':') < 1)) {
            throw new IllegalArgumentException("a header is NAME:VALUE: \"" + line + "\"");
        }
    }

    /**
     * Reads a line.
     *
     * @param line as {@link io.github.patchwork4j.testing.FakePatchwork#fault} describes it
     * @return the rule
     * @throws IllegalArgumentException if it is none
     */
    public static FaultRule parse(String line) {
        return new FaultRule(line);
    }

    /** Tells whether this request is met; each look counts. */
    synchronized boolean meets(Request request) {
        boolean fits = (method.equals("*") || method.equals(request.method()))
                && request.path().startsWith(path);
        if (!fits) {
            return false;
        }
        long place = ++met - Math.max(1, number("nth", 1));
        return place >= 0 && place < number("times", Long.MAX_VALUE) && (random.nextDouble() < chance());
    }

    /** Carries the fault out; the real answer is only asked for where the fault comes after it, or changes it. */
    Delivery apply(Supplier<Answer> real) {
        Answer instead = instead();
        boolean replaced = has("reset") || instead != null;
        Answer done = has("after") || !replaced ? real.get() : null;
        if (has("reset")) {
            return Delivery.none();
        }
        Answer answer = instead == null ? Objects.requireNonNull(done) : instead;
        ByteString whole = answer.body();
        ByteString body = has("damage") ? damaged(whole) : whole;
        long length = body.size() + number("length", 0);
        if (has("truncate")) {
            body = body.substring(0, (int) Math.min(body.size(), number("truncate", 0)));
        }
        Duration firstByte = has("stall") ? FOR_EVER : millis("delay");
        return new Delivery(
                new Answer(answer.status(), answer.headers(), body),
                length,
                firstByte,
                (int) number("dribble", 0),
                millis("pause"),
                has("truncate") || has("length"));
    }

    /** Returns the request as the server gets it: with a token that is no longer good, or for an object that is not there. */
    Request seen(Request request) {
        Request seen = request;
        if (has("revoked") && request.headers().get("Authorization") != null) {
            seen = seen.with(
                    seen.headers().newBuilder().set("Authorization", REVOKED).build());
        }
        return has("missing") ? seen.with(LAST_ID.matcher(seen.path()).replaceFirst(NO_ID)) : seen;
    }

    private @Nullable Answer instead() {
        if (has("botwall")) {
            return Answer.of(200, Answer.HTML, ByteString.encodeUtf8(BOT_WALL));
        }
        if (!has("status")) {
            return null;
        }
        String body = values.getOrDefault("body", "html");
        boolean json = body.equals("json");
        Headers.Builder all = new Headers.Builder()
                .set("Content-Type", values.getOrDefault("type", json ? "application/json" : Answer.HTML));
        if (has("location")) {
            all.set("Location", values.getOrDefault("location", ""));
        }
        headers.forEach(header -> all.addUnsafeNonAscii(
                header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 1)));
        String text = json ? "{\"detail\":\"The service is not available.\"}" : HTML_BODY;
        return new Answer((int) number("status", 0), all.build(), ByteString.encodeUtf8(text));
    }

    /** Puts an octet that no UTF-8 has into the middle. */
    private static ByteString damaged(ByteString body) {
        byte[] octets = body.toByteArray();
        if (octets.length > 0) {
            octets[octets.length / 2] = (byte) 0xff;
        }
        return ByteString.of(octets);
    }

    private boolean has(String word) {
        return values.containsKey(word);
    }

    private long number(String word, long otherwise) {
        String value = values.get(word);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number: " + word + "=" + value, e);
        }
    }

    private double chance() {
        String value = values.get("chance");
        try {
            return value == null ? 1 : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number: chance=" + value, e);
        }
    }

    private Duration millis(String word) {
        return Duration.ofMillis(number(word, 0));
    }
}
