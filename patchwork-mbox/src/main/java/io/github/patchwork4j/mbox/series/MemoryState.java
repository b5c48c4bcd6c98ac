package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.mbox.patch.PatchMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project of a Patchwork server that lives as long as the program; the numbers of its series are their places in a list. */
final class MemoryState implements ServerState {
    private final List<Row> series = new ArrayList<>();
    private final Map<String, Row> patches = new HashMap<>();
    private final Map<String, Row> covers = new HashMap<>();
    private final Map<String, Integer> coverNames = new HashMap<>();
    private final Map<String, List<PatchMail>> replies = new HashMap<>();
    private final Map<String, String> patchOfComment = new HashMap<>();
    private final Map<String, String> coverOfComment = new HashMap<>();
    private final Set<Pair> comments = new HashSet<>();
    private final Map<String, Row> references = new HashMap<>();
    private final Map<Shape, NavigableMap<Instant, List<Long>>> shapes = new HashMap<>();

    /** A comment and what it is on. */
    private record Pair(String parent, String comment) {}

    /** What patches that are of one series have in common but for their dates. */
    private record Shape(String submitter, int version, int total) {
        static Shape of(String submitter, int version, int total) {
            return new Shape(submitter.toLowerCase(Locale.ROOT), version, total);
        }
    }

    /** A patch or a cover letter that was stored. */
    private record Entry(Arrival.Stored stored, PatchMail mail, int number, SeriesChoice choice) {}

    /** A series. */
    private static final class Row {
        private final long id;
        private final SeriesChoice.Begins begun;
        private final Arrival.Stored first;
        private final Map<Integer, Entry> patches = new TreeMap<>();
        private final List<Entry> covers = new ArrayList<>();
        private Optional<String> name = Optional.empty();

        Row(long id, SeriesChoice.Begins begun, Arrival.Stored first) {
            this.id = id;
            this.begun = begun;
            this.first = first;
        }
    }

    void store(PatchMail mail, Arrival arrival) {
        if (arrival instanceof Arrival.Patch patch) {
            Row row = row(patch.series(), patch.mail());
            row.patches.put(patch.number(), new Entry(patch.mail(), mail, patch.number(), patch.series()));
            row.name = patch.seriesName();
            patches.put(patch.mail().msgid(), row);
        } else if (arrival instanceof Arrival.Cover cover) {
            Row row = row(cover.series(), cover.mail());
            row.covers.add(new Entry(cover.mail(), mail, 0, cover.series()));
            row.name = cover.seriesName();
            covers.put(cover.mail().msgid(), row);
            coverNames.merge(cover.mail().name(), 1, Integer::sum);
        } else if (arrival instanceof Arrival.PatchComment comment) {
            comment(mail, comment.mail(), comment.patch(), patchOfComment);
        } else if (arrival instanceof Arrival.CoverComment comment) {
            comment(mail, comment.mail(), comment.cover(), coverOfComment);
        }
    }

    private void comment(PatchMail mail, Arrival.Stored stored, String parent, Map<String, String> parents) {
        parents.putIfAbsent(stored.msgid(), parent);
        comments.add(new Pair(parent, stored.msgid()));
        replies.computeIfAbsent(parent, id -> new ArrayList<>()).add(mail);
    }

    private Row row(SeriesChoice choice, Arrival.Stored mail) {
        if (choice instanceof SeriesChoice.Begins begun) {
            Row row = new Row(series.size(), begun, mail);
            series.add(row);
            begun.references().forEach(id -> references.putIfAbsent(id, row));
            shapes.computeIfAbsent(
                            Shape.of(mail.submitter().email(), begun.version(), begun.total()), key -> new TreeMap<>())
                    .computeIfAbsent(mail.date(), date -> new ArrayList<>())
                    .add(row.id);
            return row;
        }
        return series.get((int) ((SeriesChoice.Joins) choice).series());
    }

    /** The series in the order in which they began. */
    List<MailSeries> all() {
        return series.stream().map(this::shown).toList();
    }

    private MailSeries shown(Row row) {
        Optional<SeriesMail> cover =
                row.covers.isEmpty() ? Optional.empty() : Optional.of(shown(row.covers.get(row.covers.size() - 1)));
        List<String> remarks =
                row.covers.size() > 1 ? List.of("its cover letter was replaced by a later one") : List.of();
        return new MailSeries(
                row.name,
                row.begun.version(),
                row.begun.total(),
                Optional.of(row.first.submitter()),
                Optional.of(row.first.date()),
                cover,
                row.patches.values().stream().map(this::shown).toList(),
                remarks);
    }

    private SeriesMail shown(Entry entry) {
        List<PatchMail> answers = replies.getOrDefault(entry.stored().msgid(), List.of());
        return new SeriesMail(
                entry.number(),
                entry.mail(),
                entry.choice().basis(),
                entry.choice().why(),
                answers);
    }

    @Override
    public boolean hasPatch(String msgid) {
        return patches.containsKey(msgid);
    }

    @Override
    public boolean hasCover(String msgid) {
        return covers.containsKey(msgid);
    }

    @Override
    public boolean hasComment(String parent, String msgid) {
        return comments.contains(new Pair(parent, msgid));
    }

    @Override
    public Optional<String> patchOfComment(String msgid) {
        return Optional.ofNullable(patchOfComment.get(msgid));
    }

    @Override
    public Optional<String> coverOfComment(String msgid) {
        return Optional.ofNullable(coverOfComment.get(msgid));
    }

    @Override
    public int coversNamed(String name) {
        return coverNames.getOrDefault(name, 0);
    }

    @Override
    public OptionalLong seriesOfReference(String msgid) {
        Row row = references.get(msgid);
        return row == null ? OptionalLong.empty() : OptionalLong.of(row.id);
    }

    @Override
    public Stream<Long> seriesLike(SeriesMarkers markers) {
        Shape shape = Shape.of(markers.submitter(), markers.version(), markers.total());
        return shapes
                .getOrDefault(shape, Collections.emptyNavigableMap())
                .subMap(markers.earliest(), true, markers.latest(), true)
                .descendingMap()
                .values()
                .stream()
                .flatMap(MemoryState::fromLast);
    }

    @Override
    public boolean hasMarkers(long id, SeriesMarkers markers) {
        Row row = series.get((int) id);
        return row.begun.version() == markers.version()
                && row.begun.total() == markers.total()
                && !row.first.date().isBefore(markers.earliest())
                && !row.first.date().isAfter(markers.latest());
    }

    private static Stream<Long> fromLast(List<Long> ids) {
        return Stream.iterate(ids.size() - 1, i -> i >= 0, i -> i - 1).map(ids::get);
    }

    @Override
    public Optional<String> patchName(long id, int number) {
        return Optional.ofNullable(series.get((int) id).patches.get(number))
                .map(entry -> entry.stored().name());
    }

    @Override
    public Optional<String> seriesName(long id) {
        return series.get((int) id).name;
    }

    @Override
    public OptionalLong seriesOfDependency(String named) {
        Row row = patches.containsKey(named) ? patches.get(named) : covers.get(named);
        return row == null ? OptionalLong.empty() : OptionalLong.of(row.id);
    }
}
