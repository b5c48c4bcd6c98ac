package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import okhttp3.Headers;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Reads the requests on one connection and sends the answers. */
final class Connection {
    private static final long LONGEST_LINE = 1 << 20;

    private final Socket socket;
    private final HttpServer.Handler handler;
    private final BufferedSource source;
    private final BufferedSink sink;

    Connection(Socket socket, HttpServer.Handler handler) throws IOException {
        this.socket = socket;
        this.handler = handler;
        this.source = Okio.buffer(Okio.source(socket));
        this.sink = Okio.buffer(Okio.sink(socket));
    }

    void serve() throws IOException {
        boolean more = true;
        while (more && !source.exhausted()) {
            String[] first = source.readUtf8LineStrict(LONGEST_LINE).split(" ", -1);
            if (first.length != 3) {
                Delivery.plain(Answer.page(400, "Bad Request")).send(true, sink, socket);
                return;
            }
            Headers headers = headers();
            Request request =
                    Request.of(first[0], first[1], headers, body(headers), "127.0.0.1:" + socket.getLocalPort());
            Delivery delivery = handler.handle(request);
            more = delivery.send(!first[0].equals("HEAD"), sink, socket) && !isLast(headers, first[2]);
        }
    }

    private Headers headers() throws IOException {
        Headers.Builder headers = new Headers.Builder();
        for (String line = source.readUtf8LineStrict(LONGEST_LINE);
                !line.isEmpty();
                line = source.readUtf8LineStrict(LONGEST_LINE)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.addUnsafeNonAscii(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return headers.build();
    }

    private ByteString body(Headers headers) throws IOException {
        if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
            sink.writeUtf8("HTTP/1.1 100 Continue\r\n\r\n").flush();
        }
        if (isNamed(headers.get("Transfer-Encoding"), "chunked")) {
            return chunks();
        }
        String length = headers.get("Content-Length");
        return length == null || length.isEmpty() ? ByteString.EMPTY : source.readByteString(number(length, 10));
    }

    private ByteString chunks() throws IOException {
        Buffer body = new Buffer();
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            source.readFully(body, size);
            source.readUtf8LineStrict();
        }
        headers();
        return body.readByteString();
    }

    private long chunkSize() throws IOException {
        String line = source.readUtf8LineStrict(LONGEST_LINE);
        int extension = line.indexOf(';');
        return number(extension < 0 ? line : line.substring(0, extension), 16);
    }

    private static long number(String digits, int radix) throws EOFException {
        try {
            return Long.parseUnsignedLong(digits.strip(), radix);
        } catch (NumberFormatException e) {
            throw new EOFException("not a length: " + digits);
        }
    }

    /** Tells whether the client expects the connection to end with the answer. */
    private static boolean isLast(Headers headers, String protocol) {
        String connection = headers.get("Connection");
        return connection == null ? protocol.equals("HTTP/1.0") : isNamed(connection, "close");
    }

    private static boolean isNamed(@Nullable String value, String word) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(word);
    }
}
