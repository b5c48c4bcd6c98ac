package io.github.patchwork4j.testing.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.testing.internal.snapshot.SnapshotReader;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CommentTable;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.Mail;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.Micros;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import okio.Buffer;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delivers the mails that a real server got, in its order, and compares the whole world with the one that it had then. */
class RecordedMailTest {
    private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

    /** What comes from mails alone; the rest is configuration. */
    private static final List<String> FROM_MAILS = List.of(
            "patches", "covers", "series", "patch_comments", "cover_comments", "checks", "bundles", "events", "people");

    private static final List<String> HIDDEN_FROM_MAILS = List.of(
            "patches",
            "covers",
            "patch_comments",
            "cover_comments",
            "series",
            "series_dependencies",
            "series_references",
            "bundle_patch_order",
            "last_id");

    private static final Set<EventCategory> BY_MAIL = Set.of(
            EventCategory.SERIES_CREATED,
            EventCategory.COVER_CREATED,
            EventCategory.PATCH_CREATED,
            EventCategory.PATCH_COMPLETED,
            EventCategory.SERIES_COMPLETED,
            EventCategory.PATCH_COMMENT_CREATED,
            EventCategory.COVER_COMMENT_CREATED);

    /** A series that somebody deleted later. */
    private static final String DELETED = "nobody: diff only v1";

    private World theirs = new World();
    private World ours = new World();
    private int delivered;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void deliver() throws IOException {
        byte[] snapshot;
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("/recorded/world.json"))) {
            snapshot = stream.readAllBytes();
        }
        theirs = SnapshotReader.read(new Buffer().write(snapshot));
        Map<String, Object> root =
                (Map<String, Object>) Objects.requireNonNull(JSON.fromJson(new Buffer().write(snapshot)));
        FROM_MAILS.forEach(root::remove);
        HIDDEN_FROM_MAILS.forEach(((Map<String, Object>) Objects.requireNonNull(root.get("hidden")))::remove);
        ours = SnapshotReader.read(Okio.buffer((okio.Source) new Buffer().writeUtf8(JSON.toJson(root))));
        Arrivals arrivals = new Arrivals();
        MailIn intake = new MailIn(ours, arrivals);
        Set<Object> seen = new HashSet<>();
        for (EventRow event : theirs.events().all()) {
            Mail mail = mailOf(event);
            if (mail != null && seen.add(mail)) {
                String diff = mail instanceof PatchRow patch ? patch.diff() : null;
                arrivals.now = Micros.toDate(mail.date()).toInstant(ZoneOffset.UTC);
                String list = theirs.projects().get(event.project()).listId();
                intake.take(io.github.patchwork4j.mbox.mail.Mail.parse(asSent(mail, diff)), Optional.of(list));
                delivered++;
            }
        }
    }

    /** A mail without a date has that of its arrival. */
    private static final class Arrivals extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** The mail that an event tells the arrival of. */
    private @Nullable Mail mailOf(EventRow event) {
        EventRow.Subjects subjects = event.subjects();
        return switch (event.category()) {
            case PATCH_CREATED -> theirs.patches().get(subjects.patch());
            case COVER_CREATED -> theirs.covers().get(subjects.cover());
            case PATCH_COMMENT_CREATED -> theirs.patchComments().get(subjects.comment());
            case COVER_COMMENT_CREATED -> theirs.coverComments().get(subjects.comment());
            default -> null;
        };
    }

    /** The server stores what it decoded, so that the headers which tell how are left out. */
    private static Bytes asSent(Mail mail, @Nullable String diff) {
        // Python shows bytes outside ASCII as a word of an unknown charset.
        String headers = plain(mail.rawHeaders())
                .replace(
                        "=?unknown-8bit?q?=5BPATCH=5D_raw=3A_unencoded_na=C3=AFve_subject?=",
                        "[PATCH] raw: unencoded na\u00efve subject");
        return Bytes.ofUtf8(headers + "\n" + mail.content() + "\n" + (diff == null ? "" : diff));
    }

    private static String plain(String headers) {
        StringBuilder plain = new StringBuilder();
        boolean dropped = false;
        for (String line : headers.split("\n", -1)) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            dropped = folded ? dropped : line.startsWith("Content-");
            plain.append(dropped ? "" : line + "\n");
        }
        return plain.toString();
    }

    private static String person(World world, long id) {
        PersonRow person = world.people().get(id);
        return person.email();
    }

    private static String series(World world, long id) {
        if (id == Row.NONE) {
            return "none";
        }
        SeriesRow series = world.series().get(id);
        String cover = series.cover() == Row.NONE
                ? ""
                : world.covers().get(series.cover()).msgid();
        return series.name() + " v" + series.version() + " of " + series.total() + " at " + series.date() + " by "
                + person(world, series.submitter()) + " with " + cover;
    }

    private static Map<String, String> patches(World world) {
        Map<String, String> patches = new TreeMap<>();
        for (PatchRow patch : world.patches().all()) {
            patches.put(
                    patch.project() + patch.msgid(),
                    String.join(
                            "\n",
                            patch.name(),
                            "" + patch.date(),
                            "" + patch.pullUrl(),
                            person(world, patch.submitter()),
                            seriesOf(world, patch),
                            patch.content(),
                            ("" + patch.diff()).stripTrailing()));
        }
        return patches;
    }

    private static String seriesOf(World world, PatchRow patch) {
        String series = series(world, patch.series()) + " number " + patch.number();
        return series.startsWith(DELETED) ? "none number null" : series;
    }

    @Test
    void hashesStatesAndDelegatesAreThoseOfTheServer() {
        for (PatchRow patch : theirs.patches().all()) {
            PatchRow own = Objects.requireNonNull(ours.patches().find(patch.project(), patch.msgid()));
            if (patch.hash() != null) {
                assertThat(own.hash()).isEqualTo(patch.hash());
            }
            if (patch.rawHeaders().contains("X-Patchwork-")) {
                assertThat(own.state()).isEqualTo(patch.state());
                assertThat(own.delegate()).isEqualTo(patch.delegate());
            }
        }
    }

    @Test
    void patchesAreThoseOfTheServer() {
        assertThat(delivered).isEqualTo(118);
        assertThat(patches(ours)).isEqualTo(patches(theirs));
    }

    @Test
    void coversAreThoseOfTheServer() {
        assertThat(covers(ours)).isEqualTo(covers(theirs));
    }

    private static Map<String, String> covers(World world) {
        Map<String, String> covers = new TreeMap<>();
        for (CoverRow cover : world.covers().all()) {
            covers.put(
                    cover.project() + cover.msgid(),
                    cover.name() + "\n" + cover.date() + "\n" + person(world, cover.submitter()) + "\n"
                            + cover.content());
        }
        return covers;
    }

    @Test
    void commentsAreThoseOfTheServer() {
        assertThat(comments(ours.patchComments(), ours.patches(), ours))
                .isEqualTo(comments(theirs.patchComments(), theirs.patches(), theirs));
        assertThat(comments(ours.coverComments(), ours.covers(), ours))
                .isEqualTo(comments(theirs.coverComments(), theirs.covers(), theirs));
    }

    private static Map<String, String> comments(CommentTable table, Table<? extends Mail> parents, World world) {
        Map<String, String> comments = new TreeMap<>();
        for (CommentRow comment : table.all()) {
            comments.put(
                    parents.get(comment.parent()).msgid() + comment.msgid(),
                    comment.date() + "\n" + person(world, comment.submitter()) + "\n" + comment.content());
        }
        return comments;
    }

    @Test
    void headersAreFoldedAsTheServerStoresThem() {
        List<String> differences = new ArrayList<>();
        for (PatchRow patch : theirs.patches().all()) {
            PatchRow own = ours.patches().find(patch.project(), patch.msgid());
            compareHeaders(patch, own, differences);
        }
        for (CoverRow cover : theirs.covers().all()) {
            compareHeaders(cover, ours.covers().find(cover.project(), cover.msgid()), differences);
        }
        assertThat(differences).isEmpty();
    }

    private static void compareHeaders(Mail mail, @Nullable Mail own, List<String> differences) {
        String found = own == null ? "nothing" : headers(own.rawHeaders());
        if (!found.equals(headers(mail.rawHeaders()))) {
            differences.add(found + "\n<>\n" + headers(mail.rawHeaders()));
        }
    }

    /** Without white space at the end of lines: it counts in mails whether the line was folded. */
    private static String headers(String raw) {
        return String.join("\n", plain(raw).lines().map(String::stripTrailing).toList());
    }

    @Test
    void peopleReferencesAndDependenciesAreThoseOfTheServer() {
        assertThat(people(ours)).isEqualTo(people(theirs));
        assertThat(references(ours)).isEqualTo(references(theirs));
        assertThat(dependencies(ours)).isEqualTo(dependencies(theirs));
    }

    private static Set<String> people(World world) {
        Set<String> people = new TreeSet<>();
        world.people().all().forEach(person -> people.add(person.name() + " " + person.email()));
        return people;
    }

    private static Set<String> references(World world) {
        Set<String> references = new TreeSet<>();
        world.seriesReferences()
                .all()
                .forEach(reference -> references.add(
                        reference.project() + " " + reference.msgid() + " " + series(world, reference.series())));
        references.removeIf(reference -> reference.contains(DELETED));
        return references;
    }

    private static Set<String> dependencies(World world) {
        Set<String> dependencies = new TreeSet<>();
        world.series()
                .dependencies()
                .forEach(pair ->
                        dependencies.add(series(world, pair.series()) + " needs " + series(world, pair.needed())));
        return dependencies;
    }

    @Test
    void eventsComeInTheOrderOfTheServer() {
        assertThat(events(ours)).containsExactlyElementsOf(events(theirs));
    }

    private static List<String> events(World world) {
        List<String> events = new ArrayList<>();
        Set<String> seenComments = new HashSet<>();
        for (EventRow event : world.events().all()) {
            EventRow.Subjects subjects = event.subjects();
            String about = event.category().word()
                    + (subjects.patch() == Row.NONE
                            ? ""
                            : " " + world.patches().get(subjects.patch()).msgid())
                    + (subjects.cover() == Row.NONE
                            ? ""
                            : " " + world.covers().get(subjects.cover()).msgid())
                    + (subjects.series() == Row.NONE ? "" : " " + series(world, subjects.series()))
                    + (event.category() == EventCategory.PATCH_COMMENT_CREATED
                            ? " "
                                    + world.patchComments()
                                            .get(subjects.comment())
                                            .msgid()
                            : "")
                    + (event.category() == EventCategory.COVER_COMMENT_CREATED
                            ? " "
                                    + world.coverComments()
                                            .get(subjects.comment())
                                            .msgid()
                            : "");
            // A change of a comment makes such an event again.
            boolean again = event.category().isAboutComment() && !seenComments.add(about);
            if (BY_MAIL.contains(event.category()) && !again && !about.contains(DELETED)) {
                events.add(about);
            }
        }
        return events;
    }
}
