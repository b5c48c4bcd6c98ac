package io.github.patchwork4j.client;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches mails and diffs from their web addresses, which both servers have outside of the API.
 *
 * <p>It asks by id: the addresses in answers name hosts of their own, lead nowhere on Patchwork 4.0, and those of cover
 * letters are wrong on 3.x when the message id holds a slash. Redirects are followed to the same origin only.
 */
final class Downloads {
    private static final int MAX_REDIRECTS = 4;

    private final Call.Factory http;
    private final HttpUrl root;

    Downloads(Call.Factory http, HttpUrl root) {
        this.http = http;
        this.root = root;
    }

    /** Returns the fetching of what stands at the given segments below the root. */
    Task<Download> fetch(String... segments) {
        HttpUrl.Builder url = root.newBuilder();
        for (String segment : segments) {
            refuseUnaddressable(segment);
            url.addPathSegment(segment);
        }
        return fetch(url.addPathSegment("").build(), MAX_REDIRECTS);
    }

    /** Refuses a name that vanishes from a path: the address that is left would be that of something else. */
    private static void refuseUnaddressable(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException(
                    "nothing named \"" + segment + "\" can be downloaded: it has no address");
        }
    }

    private Task<Download> fetch(HttpUrl url, int redirects) {
        Request request = new Request.Builder()
                .url(url)
                .tag(RetryingCalls.Streaming.class, RetryingCalls.Streaming.YES)
                .header("Accept", "text/plain, text/x-patch, */*")
                .build();
        return Task.raw(() -> http.newCall(request)).then(answer -> {
            HttpUrl target = redirects > 0 ? target(answer.response()) : null;
            if (target == null) {
                return Task.done(open(Errors.name(request), answer));
            }
            answer.response().close();
            return fetch(target, redirects - 1);
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
        boolean sameOrigin = target != null
                && target.scheme().equals(root.scheme())
                && target.host().equals(root.host())
                && target.port() == root.port();
        return sameOrigin ? target : null;
    }

    private static Download open(String request, Task.Raw answer) {
        Response response = answer.response();
        ResponseBody body = Objects.requireNonNull(response.body());
        MediaType type = body.contentType();
        boolean text =
                type != null && type.type().equals("text") && !type.subtype().equals("html");
        if (response.isSuccessful() && text) {
            return new Download(new Incoming(answer.call(), request, body));
        }
        try (body) {
            throw response.isSuccessful()
                    ? Errors.unexpected(request, response.code(), body)
                    : Errors.of(response, body);
        } catch (IOException e) {
            throw new TransportException(request, e);
        }
    }
}
