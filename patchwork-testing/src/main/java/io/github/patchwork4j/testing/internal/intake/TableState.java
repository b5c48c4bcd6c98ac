package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.series.SeriesMarkers;
import io.github.patchwork4j.mbox.series.ServerState;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.Micros;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What a world has of one project, as the intake of mails looks it up. */
final class TableState implements ServerState {
    private final World world;
    private final ProjectRow project;

    TableState(World world, ProjectRow project) {
        this.world = world;
        this.project = project;
    }

    static long micros(Instant date) {
        return Micros.of(LocalDateTime.ofInstant(date, ZoneOffset.UTC));
    }

    @Nullable PatchRow patch(String msgid) {
        return world.patches().find(project.id(), msgid);
    }

    @Nullable CoverRow cover(String msgid) {
        return world.covers().find(project.id(), msgid);
    }

    @Override
    public boolean hasPatch(String msgid) {
        return patch(msgid) != null;
    }

    @Override
    public boolean hasCover(String msgid) {
        return cover(msgid) != null;
    }

    @Override
    public boolean hasComment(String parent, String msgid) {
        PatchRow patch = patch(parent);
        CoverRow cover = cover(parent);
        return (patch != null && isOn(world.patchComments().ofMsgid(msgid), patch.id()))
                || (cover != null && isOn(world.coverComments().ofMsgid(msgid), cover.id()));
    }

    private static boolean isOn(Stream<CommentRow> comments, long parent) {
        return comments.anyMatch(comment -> comment.parent() == parent);
    }

    @Override
    public Optional<String> patchOfComment(String msgid) {
        return world.patchComments()
                .ofMsgid(msgid)
                .map(comment -> world.patches().get(comment.parent()))
                .filter(patch -> patch.project() == project.id())
                .map(PatchRow::msgid)
                .findFirst();
    }

    @Override
    public Optional<String> coverOfComment(String msgid) {
        return world.coverComments()
                .ofMsgid(msgid)
                .map(comment -> world.covers().get(comment.parent()))
                .filter(cover -> cover.project() == project.id())
                .map(CoverRow::msgid)
                .findFirst();
    }

    @Override
    public int coversNamed(String name) {
        return world.covers().countNamed(name);
    }

    @Override
    public OptionalLong seriesOfReference(String msgid) {
        return world.seriesReferences().find(project.id(), msgid);
    }

    @Override
    public Stream<Long> seriesLike(SeriesMarkers markers) {
        return world.series()
                .between(micros(markers.earliest()), micros(markers.latest()))
                .filter(series -> series.project() == project.id()
                        && series.version() == markers.version()
                        && series.total() == markers.total()
                        && isFrom(series, markers.submitter()))
                .map(SeriesRow::id);
    }

    @Override
    public boolean hasMarkers(long id, SeriesMarkers markers) {
        SeriesRow series = world.series().get(id);
        return series.version() == markers.version()
                && series.total() == markers.total()
                && series.date() >= micros(markers.earliest())
                && series.date() <= micros(markers.latest());
    }

    private boolean isFrom(SeriesRow series, String email) {
        return world.people().get(series.submitter()).email().equalsIgnoreCase(email);
    }

    @Override
    public Optional<String> patchName(long series, int number) {
        return world.patches().ofSeriesByNumber(series).stream()
                .filter(patch -> Objects.equals(patch.number(), (long) number))
                .map(PatchRow::name)
                .findFirst();
    }

    @Override
    public Optional<String> seriesName(long series) {
        return Optional.ofNullable(world.series().get(series).name());
    }

    @Override
    public OptionalLong seriesOfDependency(String named) {
        return named.startsWith("<") ? seriesOfMail(named) : seriesAt(HttpUrl.parse(named));
    }

    private OptionalLong seriesOfMail(String msgid) {
        PatchRow patch = patch(msgid);
        CoverRow cover = cover(msgid);
        SeriesRow ofCover = cover == null ? null : world.series().ofCover(cover.id());
        long series = patch != null ? patch.series() : ofCover != null ? ofCover.id() : Row.NONE;
        return series == Row.NONE ? OptionalLong.empty() : OptionalLong.of(series);
    }

    /** Reads {@code /project/LINK/patch/MSGID/}, the same with cover, and {@code /project/LINK/list/?series=ID}. */
    private OptionalLong seriesAt(@Nullable HttpUrl address) {
        if (address == null
                || address.pathSize() < 4
                || !address.pathSegments().get(0).equals("project")
                || !address.pathSegments().get(1).equals(project.linkName())) {
            return OptionalLong.empty();
        }
        String kind = address.pathSegments().get(2);
        if (kind.equals("patch") || kind.equals("cover")) {
            return seriesOfMail("<" + address.pathSegments().get(3) + ">");
        }
        String id = kind.equals("list") ? address.queryParameter("series") : null;
        SeriesRow series =
                id == null || !id.matches("[0-9]{1,18}") ? null : world.series().find(Long.parseLong(id));
        return series == null || series.project() != project.id() ? OptionalLong.empty() : OptionalLong.of(series.id());
    }
}
