package io.github.patchwork4j.testing.internal.web;

import io.github.patchwork4j.testing.internal.api.Login;
import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.mbox.FileName;
import io.github.patchwork4j.testing.internal.mbox.Mailbox;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.PythonInt;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Patches, covers, series and bundles as files, and the pages from which people get them. */
final class Downloads {
    private static final String PLAIN = "text/plain";

    private final World world;
    private final Login login;
    private final Mailbox mailbox;

    Downloads(World world, Login login) {
        this.world = world;
        this.login = login;
        this.mailbox = new Mailbox(world);
    }

    Answer patchList(Request request, Matcher parts) {
        ProjectRow project = world.projects().named(parts.group(1));
        return project == null ? Answer.notFound() : Answer.page(200, project.name() + " - Patchwork");
    }

    Answer patchPage(Request request, Matcher parts) {
        PatchRow patch = patch(parts);
        return patch == null ? Answer.notFound() : Answer.page(200, patch.name() + " - Patchwork");
    }

    Answer coverPage(Request request, Matcher parts) {
        CoverRow cover = cover(parts);
        return cover == null ? Answer.notFound() : Answer.page(200, cover.name() + " - Patchwork");
    }

    Answer bundlePage(Request request, Matcher parts) {
        BundleRow bundle = bundle(parts);
        return bundle == null || !bundle.shared()
                ? Answer.notFound()
                : Answer.page(200, bundle.name() + " - Patchwork");
    }

    Answer patchMbox(Request request, Matcher parts) {
        PatchRow patch = patch(parts);
        if (patch == null) {
            return Answer.notFound();
        }
        String series = request.query().last("series");
        List<PatchRow> patches = series == null || series.isEmpty() ? List.of(patch) : withThoseBefore(patch, series);
        return patches.isEmpty()
                ? Answer.notFound()
                : file(PLAIN + "; charset=utf-8", mailbox.of(patches), FileName.of(patch.name(), ".patch"));
    }

    /** Returns a patch and what comes before it in its series, or nothing if that is not the series asked for. */
    private List<PatchRow> withThoseBefore(PatchRow patch, String series) {
        BigInteger number = PythonInt.parse(series);
        if (patch.series() == Row.NONE) {
            if (number != null) {
                throw new ServerFault("patch " + patch.id() + " has no series");
            }
            return List.of();
        }
        boolean asked = series.equals("*") || BigInteger.valueOf(patch.series()).equals(number);
        if (!asked) {
            return List.of();
        }
        List<PatchRow> patches = world.patches().ofSeriesByNumber(patch.series());
        return patches.subList(0, patches.indexOf(patch) + 1);
    }

    Answer patchDiff(Request request, Matcher parts) {
        PatchRow patch = patch(parts);
        if (patch == null) {
            return Answer.notFound();
        }
        String diff = patch.diff();
        // What the real server makes of a diff that is not there.
        return file("text/x-patch", diff == null ? "None" : diff, FileName.of(patch.name(), ".diff"));
    }

    Answer coverMbox(Request request, Matcher parts) {
        CoverRow cover = cover(parts);
        return cover == null ? Answer.notFound() : file(PLAIN, mailbox.of(cover), FileName.of(cover.name(), ".mbox"));
    }

    Answer seriesMbox(Request request, Matcher parts) {
        SeriesRow series = world.series().find(world.id(new BigInteger(parts.group(1))));
        return series == null
                ? Answer.notFound()
                : file(PLAIN, mailbox.of(world.patches().ofSeriesByNumber(series.id())), FileName.of(series));
    }

    Answer bundleMbox(Request request, Matcher parts) {
        BundleRow bundle = bundle(parts);
        if (bundle == null) {
            return Answer.notFound();
        }
        UserRow caller = login.lenient(request.headers().get("Authorization"));
        if (!bundle.shared() && (caller == null || caller.id() != bundle.owner())) {
            return Answer.of(404, Answer.HTML, ByteString.EMPTY);
        }
        return file(PLAIN, mailbox.of(world.patches().get(bundle.patches())), FileName.of(bundle));
    }

    private static Answer file(String type, String content, String disposition) {
        return new Answer(200, Headers.of("Content-Type", type), ByteString.encodeUtf8(content))
                .with("Content-Disposition", disposition)
                .with("X-Frame-Options", "DENY");
    }

    /** Finds a patch; a slash in its Message-Id arrives escaped once more than usual. */
    private @Nullable PatchRow patch(Matcher parts) {
        ProjectRow project = world.projects().named(parts.group(1));
        String msgid = "<" + parts.group(2).replace("%2F", "/") + ">";
        return project == null ? null : world.patches().find(project.id(), msgid);
    }

    /** Finds a cover; a slash in its Message-Id arrives as such, which is not how the API's own urls write it. */
    private @Nullable CoverRow cover(Matcher parts) {
        ProjectRow project = world.projects().named(parts.group(1));
        return project == null ? null : world.covers().find(project.id(), "<" + parts.group(2) + ">");
    }

    private @Nullable BundleRow bundle(Matcher parts) {
        UserRow owner = world.users().named(parts.group(1));
        return owner == null ? null : world.bundles().named(owner.id(), parts.group(2));
    }
}
