package io.github.patchwork4j.client;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Fetches mails and diffs from their web addresses, which both servers have outside of the API.
 *
 * <p>It asks by id: the addresses in answers name hosts of their own, lead nowhere on Patchwork 4.0, and those of cover
 * letters are wrong on 3.x when the message id holds a slash. Redirects are followed to the same origin only.
 */
final class Downloads {
    private static final int MAX_REDIRECTS = 4;
    private static final ByteString NO_DIFF = ByteString.encodeUtf8("None");

    private final RetryingCalls calls;
    private final ServerAddress server;

    Downloads(RetryingCalls calls, ServerAddress server) {
        this.calls = calls;
        this.server = server;
    }

    /** Returns the fetching of what stands at the given segments below the root. */
    Task<Download> fetch(String... segments) {
        return restartable(request(address(segments)), request -> fetch(request, MAX_REDIRECTS));
    }

    /** Returns the fetching of the diff of a patch, which may have been kept from an earlier time. */
    Task<Download> fetchDiff(long patch) {
        HttpUrl url = address("patch", Long.toString(patch), "raw");
        return restartable(
                request(url),
                request -> Task.done(url)
                        .map(asked -> calls.keptDiffs().flatMap(diffs -> diffs.find(asked)))
                        .then(kept -> kept.isPresent()
                                ? Task.done(open(Errors.name(request), kept.get()))
                                : fetch(
                                        request.newBuilder()
                                                .cacheUrlOverride(url)
                                                .build(),
                                        MAX_REDIRECTS)));
    }

    /** Has a download that breaks off asked for again, by the same way. */
    private Task<Download> restartable(Request request, Function<Request, Task<Download>> fetch) {
        return Task.done(request).then(begins -> {
            Restart restart = new Restart(request, fetch, calls.rules());
            return fetch.apply(request).map(download -> download.orAgain(restart));
        });
    }

    private HttpUrl address(String... segments) {
        HttpUrl.Builder url = server.root().newBuilder();
        for (String segment : segments) {
            refuseUnaddressable(segment);
            url.addPathSegment(segment);
        }
        return url.addPathSegment("").build();
    }

    /** Refuses a name that vanishes from a path: the address that is left would be that of something else. */
    private static void refuseUnaddressable(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException(
                    "nothing named \"" + segment + "\" can be downloaded: it has no address");
        }
    }

    private static Request request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .tag(RetryingCalls.Streaming.class, RetryingCalls.Streaming.YES)
                .header("Accept", "text/plain, text/x-patch, */*")
                .build();
    }

    private Task<Download> fetch(Request request, int redirects) {
        return Task.raw(() -> calls.newCall(request)).then(answer -> {
            HttpUrl target = redirects > 0 ? target(answer.response()) : null;
            if (target == null) {
                return Task.done(open(Errors.name(request), answer));
            }
            answer.response().close();
            return fetch(request.newBuilder().url(target).build(), redirects - 1);
        });
    }

    /** Finds where a redirect leads to, if it stays on this server. */
    private @Nullable HttpUrl target(Response response) {
        String location = response.header("Location");
        if (response.code() / 100 != 3 || location == null) {
            return null;
        }
        // Patchwork 3.x encodes a slash of a message id twice, and does not know its own address for a cover letter.
        boolean cover = location.contains("/cover/");
        HttpUrl target = response.request().url().resolve(cover ? location.replace("%252F", "%2F") : location);
        return target != null && server.isOriginOf(target) ? target : null;
    }

    private static Download open(String request, Task.Raw answer) {
        Response response = answer.response();
        ResponseBody body = Objects.requireNonNull(response.body());
        MediaType type = body.contentType();
        boolean text =
                type != null && type.type().equals("text") && !type.subtype().equals("html");
        if (response.isSuccessful() && text && !isNoDiff(request, type, body)) {
            return new Download(new Incoming(answer.call(), request, body));
        }
        try (body) {
            if (response.isSuccessful() && text) {
                return new Download(new Incoming(answer.call(), request, ResponseBody.create("", type)));
            }
            throw response.isSuccessful()
                    ? Errors.unexpected(request, response.code(), body)
                    : Errors.of(response, body);
        } catch (IOException e) {
            throw new TransportException(request, e);
        }
    }

    /** Tells whether this is the word that Patchwork 3.x sends for the diff of a patch without one. */
    private static boolean isNoDiff(String request, MediaType type, ResponseBody body) {
        if (!type.subtype().equals("x-patch") || body.contentLength() != NO_DIFF.size()) {
            return false;
        }
        try {
            return body.source().rangeEquals(0, NO_DIFF);
        } catch (IOException e) {
            body.close();
            throw new TransportException(request, e);
        }
    }
}
