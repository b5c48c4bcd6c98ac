package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.http.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import okhttp3.Headers;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * An answer and how it travels.
 *
 * @param answer what is sent, or null to hang up without a word
 * @param length the length that is promised
 * @param firstByte how long nothing happens
 * @param piece how many octets of the body are sent at once, or 0 for all
 * @param pause how long nothing happens between two pieces
 * @param hangUp whether the connection ends with this answer
 */
public record Delivery(
        @Nullable Answer answer, long length, Duration firstByte, int piece, Duration pause, boolean hangUp) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /**
     * Sends an answer as it should be sent.
     *
     * @param answer the answer
     * @return how it is sent
     */
    public static Delivery plain(Answer answer) {
        return new Delivery(answer, answer.body().size(), Duration.ZERO, 0, Duration.ZERO, false);
    }

    /**
     * Hangs up without a word.
     *
     * @return no answer at all
     */
    public static Delivery none() {
        return new Delivery(null, 0, Duration.ZERO, 0, Duration.ZERO, true);
    }

    /** Tells when the answer was made, as all servers do (RFC 9110, section 6.6.1), unless a fault tells something else. */
    Delivery dated(Instant now) {
        return answer == null || answer.headers().get("Date") != null
                ? this
                : new Delivery(answer.with("Date", DATE.format(now)), length, firstByte, piece, pause, hangUp);
    }

    /** Sends the answer; returns whether the connection can go on. */
    boolean send(boolean withBody, BufferedSink sink, Socket socket) throws IOException {
        pause(firstByte);
        if (answer == null) {
            // Closing with unread input or lingering data makes the client see a reset, not the end of an answer.
            socket.setSoLinger(true, 0);
            return false;
        }
        sink.writeString(head(answer, length), StandardCharsets.ISO_8859_1);
        if (withBody) {
            body(answer.body(), sink);
        }
        sink.flush();
        return !hangUp;
    }

    private void body(ByteString body, BufferedSink sink) throws IOException {
        int step = piece == 0 ? Math.max(1, body.size()) : piece;
        for (int from = 0; from < body.size(); from += step) {
            if (from > 0) {
                sink.flush();
                pause(pause);
            }
            sink.write(body.substring(from, Math.min(from + step, body.size())));
        }
    }

    private static String head(Answer answer, long length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " " + reason(answer.status()) + "\r\n");
        Headers headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            head.append(headers.name(i)).append(": ").append(headers.value(i)).append("\r\n");
        }
        return head.append("Content-Length: ").append(length).append("\r\n\r\n").toString();
    }

    private static void pause(Duration duration) throws IOException {
        if (duration.isZero()) {
            return;
        }
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 415 -> "Unsupported Media Type";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status " + status;
        };
    }
}
