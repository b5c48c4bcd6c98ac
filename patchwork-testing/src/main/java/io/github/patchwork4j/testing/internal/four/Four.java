package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.http.Service;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.UriText;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Patchwork 4.0: finds the path, and puts what it says into the form of an answer. A path needs a version but no slash at
 * its end; what is not known below {@code /api/} leads elsewhere, again and again.
 */
public final class Four implements Service {
    private static final String ROOT = "/api/";
    private static final String NEWEST = "/api/1.4/";
    private static final String JSON = "application/json";
    private static final Pattern VERSION = Pattern.compile("1\\.([0-4])");
    private static final Pattern FORWARDED_HOST = Pattern.compile("host=\"?([^\";,]+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> REAL_METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final World world;
    private final Clock clock;
    private final Paths paths = new Paths();
    private final Downloads downloads;

    /**
     * Opens a world, and thins its checks out as a server does that takes over from an older one.
     *
     * @param world the world
     * @param clock what the server takes the time from
     */
    public Four(World world, Clock clock) {
        Takeover.of(world);
        this.world = world;
        this.clock = clock;
        this.downloads = new Downloads(world);
    }

    @Override
    public Answer answer(Request request) {
        String path = withoutSlashes(request.path());
        if (path.startsWith(ROOT)) {
            return api(request, List.of(path.substring(ROOT.length()).split("/", -1)));
        }
        return downloads.answer(request, path);
    }

    @Override
    public Answer fault(Request request) {
        return refusal(request, Problem.internal());
    }

    /** Takes the slash off the end, or two, since two routers do so. */
    private static String withoutSlashes(String path) {
        String once = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return once.endsWith("/") ? once.substring(0, once.length() - 1) : once;
    }

    private Answer api(Request request, List<String> segments) {
        Matcher version = VERSION.matcher(segments.get(0));
        Paths.Match match = version.matches() ? paths.find(segments.subList(1, segments.size())) : null;
        if (match == null) {
            return elsewhere(request, segments);
        }
        Map<String, Action> methods = match.path().methods();
        Action action = methods.get(request.method());
        if (action == null) {
            return notAllowed(request.method(), methods.keySet());
        }
        try {
            match.insistOnIds();
            if (!(action instanceof ListRules<?>)) {
                request.query()
                        .keys()
                        .forEach(key -> request.remarks().add("this path does not take the parameter \"" + key + "\""));
                if (!request.isSafe()) {
                    request.remarks().beforeChange();
                }
            }
            Call call = new Call(
                    world,
                    clock,
                    request,
                    Integer.parseInt(version.group(1)),
                    match.arguments(),
                    Access.caller(world, request));
            return write(request, action.answer(call));
        } catch (Problem problem) {
            return refusal(request, problem);
        }
    }

    /** Leads to the newest version of the path, without the query, whether there is such a path or not. */
    private Answer elsewhere(Request request, List<String> segments) {
        if (!request.method().equals("GET")) {
            return notAllowed(request.method(), Set.of("GET"));
        }
        if (paths.find(segments) != null) {
            request.remarks().add("a path without a version only leads elsewhere, and loses its query");
        }
        String rest = request.path().substring(ROOT.length());
        return new Answer(301, Headers.of("Location", UriText.path(NEWEST + rest)), ByteString.EMPTY);
    }

    static Answer notAllowed(String method, Set<String> allowed) {
        Headers headers =
                REAL_METHODS.contains(method) ? Headers.of("Allow", String.join(", ", allowed)) : Headers.of();
        return new Answer(405, headers, ByteString.EMPTY);
    }

    private static Answer write(Request request, Outcome outcome) {
        Object json = outcome.json();
        if (json == null) {
            return new Answer(outcome.status(), Headers.of(), ByteString.EMPTY);
        }
        String schema = outcome.schema();
        Answer answer = schema == null
                ? new Answer(outcome.status(), Headers.of("Content-Type", JSON), encode(json))
                : object(request, outcome.status(), JSON, schema, (Map<?, ?>) json);
        String link = outcome.link();
        return link == null ? answer : answer.with("Link", link);
    }

    private static Answer refusal(Request request, Problem problem) {
        return object(request, problem.status(), Problem.TYPE, "ErrorModel", problem.members());
    }

    /** Writes an object, which begins with the address of its schema. */
    private static Answer object(Request request, int status, String type, String schema, Map<?, ?> members) {
        String path = "/api/schemas/" + schema + ".json";
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("$schema", schemaOrigin(request) + path);
        members.forEach((name, value) -> all.put(String.valueOf(name), value));
        return new Answer(status, Headers.of("Content-Type", type), encode(all))
                .with("Link", "<" + path + ">; rel=\"describedBy\"");
    }

    /** Returns the origin of schemas, which goes by other headers than all other urls. */
    private static String schemaOrigin(Request request) {
        String forwarded = request.headers().get("Forwarded");
        Matcher named = FORWARDED_HOST.matcher(forwarded == null ? "" : forwarded);
        String host = request.headers().get("X-Forwarded-Host");
        if (host == null) {
            host = named.find() ? named.group(1) : request.origin().replaceFirst("^[^:]*://", "");
        }
        boolean local = Arrays.stream(new String[] {"localhost", "127.0.0.1"}).anyMatch(host::startsWith);
        return (local ? "http://" : "https://") + host;
    }

    private static ByteString encode(Object json) {
        return ByteString.encodeUtf8(Json.text(json));
    }
}
