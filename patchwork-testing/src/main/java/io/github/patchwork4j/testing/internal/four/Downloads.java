package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.UriText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What can be downloaded. No token opens anything here, and nobody gets the mails of a private bundle. */
final class Downloads {
    private static final String PLAIN = "text/plain";
    private static final String PLAIN_UTF8 = "text/plain; charset=utf-8";
    private static final Pattern UNSAFE = Pattern.compile("[^-_A-Za-z0-9.]");

    private final World world;
    private final Mails mails;
    private final Map<Pattern, BiFunction<Request, Matcher, @Nullable Answer>> files = new LinkedHashMap<>();

    Downloads(World world) {
        this.world = world;
        this.mails = new Mails(world);
        file("/patch/(\\d+)/mbox", (request, parts) -> mbox(byId(world.patches(), parts), null));
        file("/patch/(\\d+)/raw", (request, parts) -> diff(byId(world.patches(), parts)));
        file("/patch/(\\d+)", (request, parts) -> page(byId(world.patches(), parts)));
        file("/cover/(\\d+)/mbox", (request, parts) -> mbox(byId(world.covers(), parts)));
        file("/project/([^/]+)/patch/(.+)/mbox", (request, parts) -> mbox(patch(request, parts), request));
        file("/project/([^/]+)/patch/(.+)/raw", (request, parts) -> diff(patch(request, parts)));
        file("/project/([^/]+)/cover/(.+)/mbox", (request, parts) -> mbox(cover(request, parts)));
        file("/series/(\\d+)/mbox", (request, parts) -> series(byId(world.series(), parts)));
        file("/bundle/([^/]+)/([^/]+)/mbox", (request, parts) -> bundle(parts));
    }

    private void file(String path, BiFunction<Request, Matcher, @Nullable Answer> answer) {
        files.put(Pattern.compile(path), answer);
    }

    Answer answer(Request request, String path) {
        for (var file : files.entrySet()) {
            Matcher parts = file.getKey().matcher(path);
            if (parts.matches()) {
                if (!request.method().equals("GET")) {
                    return Four.notAllowed(request.method(), Set.of("GET"));
                }
                Answer answer = file.getValue().apply(request, parts);
                return answer == null ? text("Not found") : answer;
            }
        }
        return text("404 page not found");
    }

    private static Answer text(String message) {
        return new Answer(404, Headers.of("Content-Type", PLAIN_UTF8), ByteString.encodeUtf8(message + "\n"));
    }

    private static <R extends Row> @Nullable R byId(Table<R> table, Matcher parts) {
        var id = Numbers.parse(parts.group(1));
        return id == null ? null : table.find(id.longValue());
    }

    private @Nullable PatchRow patch(Request request, Matcher parts) {
        ProjectRow project = world.projects().named(parts.group(1));
        return project == null || isCutApart(request, parts)
                ? null
                : world.patches().find(project.id(), "<" + parts.group(2) + ">");
    }

    private @Nullable CoverRow cover(Request request, Matcher parts) {
        ProjectRow project = world.projects().named(parts.group(1));
        return project == null || isCutApart(request, parts)
                ? null
                : world.covers().find(project.id(), "<" + parts.group(2) + ">");
    }

    /** Tells whether a slash in a Message-Id is not escaped or meets one at the end of the path, which leads nowhere. */
    private static boolean isCutApart(Request request, Matcher parts) {
        boolean escaped = request.rawPath().toUpperCase(Locale.ROOT).contains("%2F");
        return parts.group(2).contains("/") && (!escaped || request.path().endsWith("/"));
    }

    private @Nullable Answer page(@Nullable PatchRow patch) {
        if (patch == null) {
            return null;
        }
        String linkName = world.projects().get(patch.project()).linkName();
        String bare = patch.msgid().replaceAll("^<|>$", "");
        String page = "/project/" + linkName + "/patch/" + UriText.segment(bare) + "/";
        return new Answer(302, Headers.of("Location", page), ByteString.EMPTY);
    }

    /** Returns a patch, after those before it if the request names its series; the short address takes no series. */
    private @Nullable Answer mbox(@Nullable PatchRow patch, @Nullable Request request) {
        if (patch == null) {
            return null;
        }
        String series = request == null ? null : Numbers.text(request.query(), "series");
        if (series == null) {
            return file(PLAIN_UTF8, mails.of(List.of(patch)), patch.name() + ".patch");
        }
        boolean own = series.equals("*") || series.equals(Long.toString(patch.series()));
        if (patch.series() == Row.NONE || !own) {
            return null;
        }
        List<PatchRow> all = world.patches().ofSeriesByNumber(patch.series());
        return file(PLAIN_UTF8, mails.of(all.subList(0, all.indexOf(patch) + 1)), patch.name() + ".patch");
    }

    private @Nullable Answer mbox(@Nullable CoverRow cover) {
        return cover == null ? null : file(PLAIN, mails.of(cover), cover.name() + ".mbox");
    }

    private static @Nullable Answer diff(@Nullable PatchRow patch) {
        String diff = patch == null ? null : patch.diff();
        return patch == null || diff == null ? null : file("text/x-patch; charset=utf-8", diff, patch.name() + ".diff");
    }

    private @Nullable Answer series(@Nullable SeriesRow series) {
        if (series == null) {
            return null;
        }
        String name = series.name() == null ? "series-" + series.id() : series.name();
        return file(PLAIN, mails.of(world.patches().ofSeriesByNumber(series.id())), name + ".patch");
    }

    private @Nullable Answer bundle(Matcher parts) {
        UserRow owner = world.users().named(parts.group(1));
        BundleRow bundle = owner == null ? null : world.bundles().named(owner.id(), parts.group(2));
        return bundle == null || !bundle.shared()
                ? null
                : file(PLAIN, mails.of(world.patches().get(bundle.patches())), bundle.name() + ".mbox");
    }

    private static Answer file(String type, String content, String name) {
        String clean = UNSAFE.matcher(name).replaceAll("-");
        return new Answer(200, Headers.of("Content-Type", type), ByteString.encodeUtf8(content))
                .with("Content-Disposition", "attachment; filename=" + clean);
    }
}
