package io.github.patchwork4j.testing.internal.http;

import io.github.patchwork4j.testing.internal.text.UriText;
import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;
import okio.ByteString;

/**
 * What a client asks for.
 *
 * @param method as it was sent
 * @param origin scheme and host as the client named them, without a slash
 * @param path in clear text
 * @param rawPath the same as it was sent
 * @param rawQuery what followed the question mark
 * @param query the same, taken apart
 * @param headers the headers of the request
 * @param body possibly empty
 * @param remarks what is found to be wrong with the request
 */
public record Request(
        String method,
        String origin,
        String path,
        String rawPath,
        String rawQuery,
        Query query,
        Headers headers,
        ByteString body,
        Remarks remarks) {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /**
     * Reads a request.
     *
     * @param method in capitals
     * @param target the path with its query as sent, or a whole url
     * @param headers the headers of the request
     * @param body possibly empty
     * @param host the host if there is no header that names it
     * @return the request
     */
    public static Request of(String method, String target, Headers headers, ByteString body, String host) {
        String local = withoutOrigin(target);
        int question = local.indexOf('?');
        String rawPath = question < 0 ? local : local.substring(0, question);
        String rawQuery = question < 0 ? "" : local.substring(question + 1);
        String named = headers.get("Host");
        String origin = "http://" + (named == null || named.isEmpty() ? host : named);
        return new Request(
                method,
                origin,
                UriText.decode(rawPath),
                rawPath,
                rawQuery,
                Query.parse(rawQuery),
                headers,
                body,
                new Remarks());
    }

    /** Takes the origin off a target that is a whole url, which is how clients write it that think of a proxy. */
    private static String withoutOrigin(String target) {
        int host = target.indexOf("://");
        if (host < 0 || target.startsWith("/")) {
            return target;
        }
        int path = target.indexOf('/', host + "://".length());
        return path < 0 ? "/" : target.substring(path);
    }

    /**
     * Returns the same request with other headers.
     *
     * @param others all headers
     * @return a new request
     */
    public Request with(Headers others) {
        return new Request(method, origin, path, rawPath, rawQuery, query, others, body, remarks);
    }

    /**
     * Returns the same request with its method in capitals, as some servers read it however it was written.
     *
     * @return a request
     */
    public Request withMethodInCapitals() {
        String capitals = method.toUpperCase(Locale.ROOT);
        return new Request(capitals, origin, path, rawPath, rawQuery, query, headers, body, remarks);
    }

    /**
     * Returns the same request to another path.
     *
     * @param other the path, in clear text
     * @return a new request
     */
    public Request with(String other) {
        return new Request(method, origin, other, UriText.path(other), rawQuery, query, headers, body, remarks);
    }

    /**
     * Tells whether the method promises to change nothing.
     *
     * @return whether it does
     */
    public boolean isSafe() {
        return SAFE_METHODS.contains(method);
    }

    /**
     * Returns where the same request would go with a slash at the end of its path.
     *
     * @return an encoded path with its query
     */
    public String withSlash() {
        return UriText.path(path) + "/" + (rawQuery.isEmpty() ? "" : "?" + UriText.query(rawQuery));
    }
}
