package io.github.patchwork4j.testing.internal.api;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.body.BadBody;
import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.input.InvalidInput;
import io.github.patchwork4j.testing.internal.list.NullCharacters;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.view.ApiVersion;
import io.github.patchwork4j.testing.internal.view.Rendering;
import io.github.patchwork4j.testing.internal.view.Urls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Everything below {@code /api/}. The order of the checks decides which error wins: the form of the answer, the credentials,
 * who may come near, the method, the object, who may write it.
 */
public final class Api {
    private static final int NO_CONTENT = 204;
    private static final String JSON = "application/json";

    private final World world;
    private final Clock clock;
    private final Login login;
    private final List<Route> routes;
    private final Route index = Route.of("", new IndexEndpoint());

    /**
     * Opens a world to clients.
     *
     * @param world the world
     * @param clock what the server takes the time from
     */
    public Api(World world, Clock clock) {
        this.clock = clock;
        this.world = world;
        this.login = new Login(world);
        this.routes = new Routes(world).all();
    }

    /**
     * Tells whether there is something at a path.
     *
     * @param path a path in clear text
     * @return whether the path is one of the API's
     */
    public boolean has(String path) {
        return match(path) != null;
    }

    /**
     * Answers a request.
     *
     * @param request a request to a path that the API has
     * @return the answer
     * @throws io.github.patchwork4j.testing.internal.http.ServerFault if the real server fails
     */
    public Answer answer(Request request) {
        Match match = match(request.path());
        if (match == null) {
            return Answer.notFound();
        }
        Endpoint endpoint = match.route().endpoint();
        Representation representation = Representation.JSON;
        String vary = "Accept";
        Reply reply;
        try {
            representation = Representation.of(request);
            vary = "Accept, Cookie";
            reply = reply(match, request);
        } catch (ApiRefusal refusal) {
            reply = Reply.of(refusal, world.libraries());
        } catch (BadBody bad) {
            reply = Reply.of(new ApiRefusal(bad.status(), bad.detail()), world.libraries());
        } catch (NullCharacters refused) {
            reply = new Reply(
                    400,
                    to -> to.out().beginArray().value(NullCharacters.MESSAGE).endArray(),
                    null,
                    null);
        } catch (InvalidInput invalid) {
            reply = Reply.of(invalid);
        }
        ApiCall anonymous = new ApiCall(world, request, match.version(), match.arguments(), null, clock);
        return write(endpoint, representation, reply, anonymous.urls()).with("Vary", vary);
    }

    private Reply reply(Match match, Request request) {
        Endpoint endpoint = match.route().endpoint();
        UserRow caller = login.caller(request.headers().get("Authorization"));
        ApiCall call = new ApiCall(world, request, match.version(), match.arguments(), caller, clock);
        if (caller == null && match.route().audience() == Route.Audience.USERS) {
            throw ApiRefusal.notLoggedIn();
        }
        endpoint.admit(call);
        String method = request.method();
        if (method.equals("GET") || method.equals("HEAD")) {
            return endpoint.get(call);
        }
        if (method.equals("OPTIONS")) {
            return Reply.ok(new EndpointDescription(endpoint, form(endpoint, call)));
        }
        if (!endpoint.has(method)) {
            throw ApiRefusal.notAllowed(method);
        }
        return endpoint.write(call);
    }

    private static @Nullable Form form(Endpoint endpoint, ApiCall call) {
        try {
            return endpoint.form(call);
        } catch (ApiRefusal refusal) {
            return null;
        }
    }

    private Answer write(Endpoint endpoint, Representation representation, Reply reply, Urls urls) {
        if (reply.status() == NO_CONTENT) {
            Answer gone = representation.html() ? browsable(endpoint, 200, "") : Answer.empty(NO_CONTENT);
            return gone.with("Allow", endpoint.allow());
        }
        Buffer json = new Buffer();
        try {
            JsonWriter out = JsonWriter.of(json);
            out.setSerializeNulls(true);
            out.setIndent(" ".repeat(representation.indent()));
            reply.body().write(new Rendering(world, urls, out));
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a buffer refused to be written", impossible);
        }
        Answer answer = representation.html()
                ? browsable(endpoint, reply.status(), json.readUtf8())
                : Answer.of(reply.status(), JSON, json.readByteString());
        String link = reply.link();
        Answer linked = link == null ? answer : answer.with("Link", link);
        String location = reply.location();
        return (location == null ? linked : linked.with("Location", location)).with("Allow", endpoint.allow());
    }

    /** Wraps JSON into a page, for those who asked for one. */
    private static Answer browsable(Endpoint endpoint, int status, String json) {
        String title = endpoint.name() + " – Django REST framework";
        String text = json.replace("&", "&amp;").replace("<", "&lt;");
        String page = "<!DOCTYPE html>\n<html>\n<head><title>" + title + "</title></head>\n<body><pre>" + text
                + "</pre></body>\n</html>\n";
        return Answer.of(status, Answer.HTML, ByteString.encodeUtf8(page));
    }

    private @Nullable Match match(String path) {
        if (!path.startsWith("/api/") || !path.endsWith("/")) {
            return null;
        }
        List<String> segments = Arrays.asList(path.substring("/api/".length()).split("/", -1));
        List<String> rest = segments.subList(0, segments.size() - 1);
        int newest = world.profile().newestMinor();
        ApiVersion version = rest.isEmpty() ? null : ApiVersion.of(rest.get(0), newest);
        return version == null ? match(ApiVersion.none(newest), rest) : match(version, rest.subList(1, rest.size()));
    }

    private @Nullable Match match(ApiVersion version, List<String> segments) {
        if (segments.isEmpty()) {
            return new Match(version, index, List.of());
        }
        for (Route route : routes) {
            List<String> arguments = segments.contains("") ? null : route.match(segments);
            if (arguments != null) {
                return version.paths() < route.since() ? null : new Match(version, route, arguments);
            }
        }
        return null;
    }

    private record Match(ApiVersion version, Route route, List<String> arguments) {}
}
