package io.github.patchwork4j.client;

import java.util.List;
import okhttp3.HttpUrl;

/**
 * The address below which a server has all that it has.
 *
 * @param root the address, with a slash at its end
 */
record ServerAddress(HttpUrl root) {
    /**
     * Cuts the API's own part off an address, so that what users copy from a browser works.
     *
     * @throws IllegalArgumentException if it is not an http or https address, or holds a password
     */
    static ServerAddress of(String url) {
        HttpUrl parsed = HttpUrl.parse(url.strip());
        if (parsed == null) {
            // What stands before an @ may be a password.
            String shown = url.indexOf('@') < 0 ? "\"" + url + "\"" : "one with an @, which is not shown";
            throw new IllegalArgumentException("no http or https address: " + shown);
        }
        if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            throw new IllegalArgumentException("the address holds a user name or a password: use credentials()");
        }
        HttpUrl.Builder root = parsed.newBuilder().query(null).fragment(null).encodedPath("/");
        List<String> segments = parsed.pathSegments();
        int api = segments.indexOf("api");
        for (String segment : api < 0 ? segments : segments.subList(0, api)) {
            if (!segment.isEmpty()) {
                root.addPathSegment(segment);
            }
        }
        return new ServerAddress(root.addPathSegment("").build());
    }

    /** Tells whether an address is one of this server, whose credentials may be sent there. */
    boolean isOriginOf(HttpUrl url) {
        return url.scheme().equals(root.scheme()) && url.host().equals(root.host()) && url.port() == root.port();
    }

    /** Tells whether the server is on this machine. */
    boolean isHere() {
        String host = root.host();
        return host.equals("localhost") || host.matches("127(\\.\\d+){3}") || host.equals("::1");
    }

    /** Puts the path and the query of an address behind the root. */
    HttpUrl resolve(String url) {
        HttpUrl given = root.resolve(url);
        if (given == null) {
            throw new IllegalArgumentException("no address: \"" + url + "\"");
        }
        String path = given.encodedPath();
        String below = path.startsWith(root.encodedPath())
                ? path.substring(root.encodedPath().length())
                : path.substring(1);
        return root.newBuilder()
                .encodedPath(root.encodedPath() + below)
                .encodedQuery(given.encodedQuery())
                .build();
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
