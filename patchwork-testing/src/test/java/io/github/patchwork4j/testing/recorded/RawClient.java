package io.github.patchwork4j.testing.recorded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;

/** Sends requests exactly as they are written down, which no HTTP client does, and reads the bytes of the answer. */
public final class RawClient {
    private static final String HOST = "Host";
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    public RawClient(int port) {
        this.port = port;
    }

    public RawAnswer get(String target) throws IOException {
        return send("GET", target, Map.of(), ByteString.EMPTY);
    }

    public RawAnswer get(String target, String authorization) throws IOException {
        return send("GET", target, Map.of("Authorization", authorization), ByteString.EMPTY);
    }

    public RawAnswer send(String method, String target, Map<String, String> headers, ByteString body)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            BufferedSink sink = Okio.buffer(Okio.sink(socket));
            Map<String, String> all = new TreeMap<>(headers);
            all.putIfAbsent(HOST, "patchwork.example.org");
            all.put("Connection", "close");
            if (body.size() > 0 || method.startsWith("P")) {
                all.put("Content-Length", Integer.toString(body.size()));
            }
            sink.writeUtf8(method + " " + target + " HTTP/1.1\r\n");
            for (Map.Entry<String, String> header : all.entrySet()) {
                sink.writeString(header.getKey() + ": " + header.getValue() + "\r\n", StandardCharsets.ISO_8859_1);
            }
            sink.writeUtf8("\r\n").write(body).flush();
            return read(Okio.buffer(Okio.source(socket)));
        }
    }

    private static RawAnswer read(BufferedSource source) throws IOException {
        int status = Integer.parseInt(line(source).split(" ", -1)[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(source); !line.isEmpty(); line = line(source)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        ByteString body = source.readByteString();
        return new RawAnswer(status, headers, body);
    }

    private static String line(BufferedSource source) throws IOException {
        long end = source.indexOf((byte) '\n');
        String line = source.readString(end, StandardCharsets.ISO_8859_1);
        source.skip(1);
        return line.stripTrailing();
    }

    /** What came back; header values are Latin-1, as HTTP has it. */
    public record RawAnswer(int status, Map<String, String> headers, ByteString body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public String text() {
            return body.utf8();
        }
    }
}
