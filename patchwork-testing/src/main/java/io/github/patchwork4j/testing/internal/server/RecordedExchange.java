package io.github.patchwork4j.testing.internal.server;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.text.PythonJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What a real server once answered, which is answered again to the same method, path and query.
 *
 * @param method the method of the request
 * @param target the path in clear text with the query as it was sent
 * @param authorization the header of that name in the request, or null
 * @param sent the body of the request: a text as it was sent, the JSON in it, or null
 * @param answer the answer, whose urls begin with the origin
 * @param origin where it was recorded
 */
public record RecordedExchange(
        String method,
        String target,
        @Nullable String authorization,
        @Nullable Object sent,
        Answer answer,
        String origin) {

    /**
     * Reads an exchange.
     *
     * @param json an object with {@code request} ({@code method}, {@code path}) and {@code response} ({@code status},
     *     {@code headers}, and {@code body}: a text as it stands, or the JSON that was sent)
     * @param origin where it was recorded, such as {@code http://patchwork.example.org}
     * @return the exchange
     * @throws IllegalArgumentException if it is none
     */
    public static RecordedExchange parse(String json, String origin) {
        Object value;
        try {
            value = PythonJson.parse(json);
        } catch (PythonJson.SyntaxFault fault) {
            throw new IllegalArgumentException("no recorded exchange: " + fault.getMessage(), fault);
        }
        if (value instanceof Map<?, ?> exchange
                && exchange.get("request") instanceof Map<?, ?> request
                && exchange.get("response") instanceof Map<?, ?> response
                && request.get("method") instanceof String method
                && request.get("path") instanceof String path
                && response.get("status") instanceof Number status) {
            Answer answer = new Answer(status.intValue(), headers(response), body(response.get("body")));
            Request sent = Request.of(method, path, Headers.of(), ByteString.EMPTY, "");
            return new RecordedExchange(
                    method, target(sent), authorization(request), request.get("body"), answer, origin);
        }
        throw new IllegalArgumentException(
                "a recorded exchange has a request with method and path, and a response with a status");
    }

    private static @Nullable String authorization(Map<?, ?> request) {
        return request.get("headers") instanceof Map<?, ?> headers
                        && headers.get("Authorization") instanceof String credentials
                ? credentials
                : null;
    }

    /** Everything but the length, which the urls change. */
    private static Headers headers(Map<?, ?> response) {
        Headers.Builder headers = new Headers.Builder();
        if (response.get("headers") instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (value instanceof String text && !"Content-Length".equalsIgnoreCase(String.valueOf(name))) {
                    headers.addUnsafeNonAscii(String.valueOf(name), text);
                }
            });
        }
        return headers.build();
    }

    private static ByteString body(@Nullable Object body) {
        if (body == null || body instanceof String) {
            return ByteString.encodeUtf8(body == null ? "" : (String) body);
        }
        Buffer buffer = new Buffer();
        try (JsonWriter out = JsonWriter.of(buffer)) {
            out.setSerializeNulls(true);
            out.jsonValue(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a buffer refused to be written", impossible);
        }
        return buffer.readByteString();
    }

    private static String target(Request request) {
        return request.path() + (request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery());
    }

    boolean answers(Request request) {
        return request.method().equals(method) && target(request).equals(target);
    }

    /** Tells how much a request that this answers is like the recorded one: a body that is the same counts more than who asks. */
    int likeness(Request request) {
        boolean sameBody =
                Objects.equals(sent == null ? "" : sent, sent(request.body().utf8()));
        boolean sameCaller = Objects.equals(authorization, request.headers().get("Authorization"));
        return (sameBody ? 2 : 0) + (sameCaller ? 1 : 0);
    }

    private @Nullable Object sent(String body) {
        try {
            return sent == null || sent instanceof String ? body : PythonJson.parse(body);
        } catch (PythonJson.SyntaxFault | IllegalArgumentException noJson) {
            return body;
        }
    }

    /** The answer with urls of the host that the client named. */
    Answer to(Request request) {
        Headers.Builder headers = new Headers.Builder();
        for (int i = 0; i < answer.headers().size(); i++) {
            headers.addUnsafeNonAscii(
                    answer.headers().name(i), moved(answer.headers().value(i), request));
        }
        ByteString body = ByteString.encodeUtf8(moved(answer.body().utf8(), request));
        return new Answer(answer.status(), headers.build(), body);
    }

    private String moved(String text, Request request) {
        return text.replace(origin + "/", request.origin() + "/");
    }
}
