package io.github.patchwork4j.mbox.series;

import static io.github.patchwork4j.mbox.Recorded.number;
import static io.github.patchwork4j.mbox.Recorded.object;
import static io.github.patchwork4j.mbox.Recorded.objects;
import static io.github.patchwork4j.mbox.Recorded.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Recorded;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delivers the mails that a real server got, in its order, and compares what became of them. */
class RecordedSeriesTest {
    private static final List<String> KINDS = List.of("patch", "cover", "patch_comment", "cover_comment");

    private Map<?, ?> world = Map.of();
    private final Map<String, Map<?, ?>> stored = new HashMap<>();
    private final Map<String, Arrival> arrivals = new TreeMap<>();
    private final Map<String, PatchworkGrouping> projects = new HashMap<>();

    /** The events tell in what order the mails came. */
    @BeforeEach
    void deliver() throws Exception {
        world = Recorded.world();
        Map<String, String> rawHeaders = new HashMap<>();
        for (String kind : KINDS) {
            String section = kind.equals("patch") ? "patches" : kind + "s";
            objects(world, section).forEach(mail -> stored.put(kind + number(mail, "id"), mail));
            objects(object(world, "hidden"), section)
                    .forEach(mail -> rawHeaders.put(kind + number(mail, "id"), text(mail, "raw_headers")));
        }
        for (Map<?, ?> project : objects(world, "projects")) {
            projects.put(text(project, "link_name"), new PatchworkGrouping(text(project, "list_email")));
        }
        for (Map<?, ?> event : objects(world, "events")) {
            String kind = text(event, "category").replace("-created", "").replace('-', '_');
            if (!KINDS.contains(kind) || !text(event, "category").endsWith("-created")) {
                continue;
            }
            String payload = kind.endsWith("comment") ? "comment" : kind;
            String key = kind + number(object(object(event, "payload"), payload), "id");
            if (!arrivals.containsKey(key)) {
                String linkName = text(object(event, "project"), "link_name");
                arrivals.put(key, deliver(linkName, stored.get(key), rawHeaders.get(key)));
            }
        }
    }

    private Arrival deliver(String linkName, Map<?, ?> mail, String headers) {
        // The server stores what it decoded.
        StringBuilder plain = new StringBuilder();
        boolean dropped = false;
        for (String line : headers.split("\n", -1)) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            dropped = folded ? dropped : line.startsWith("Content-");
            plain.append(dropped ? "" : line + "\n");
        }
        // This subject came as bare UTF-8; Python shows it as a word of an unknown charset.
        String asSent = plain.toString()
                .replace(
                        "=?unknown-8bit?q?=5BPATCH=5D_raw=3A_unencoded_na=C3=AFve_subject?=",
                        "[PATCH] raw: unencoded naïve subject");
        String text = asSent + "\n" + text(mail, "content") + "\n" + text(mail, "diff");
        PatchMail read = PatchMail.patchwork(Mail.parse(Bytes.ofUtf8(text)), List.of(linkName));
        return Objects.requireNonNull(projects.get(linkName)).add(read, date(mail));
    }

    private static Instant date(Map<?, ?> mail) {
        return LocalDateTime.parse(text(mail, "date")).toInstant(ZoneOffset.UTC);
    }

    /** The series of a project that it still has, the one that somebody deleted left out. */
    private List<MailSeries> kept(String linkName) {
        return Objects.requireNonNull(projects.get(linkName)).series().stream()
                .filter(series -> !series.name().equals(Optional.of("nobody: diff only")))
                .toList();
    }

    @Test
    void everyMailBecomesWhatItIsOnTheServer() {
        assertThat(arrivals.keySet()).isEqualTo(new TreeMap<>(stored).keySet()).hasSize(118);
        arrivals.forEach((key, arrival) -> {
            Class<?> type = key.startsWith("patch_comment")
                    ? Arrival.PatchComment.class
                    : key.startsWith("cover_comment")
                            ? Arrival.CoverComment.class
                            : key.startsWith("patch") ? Arrival.Patch.class : Arrival.Cover.class;
            assertThat(arrival).as(key).isInstanceOf(type);
        });
    }

    @Test
    void idNamePersonAndDateAreThoseOfTheServer() {
        arrivals.forEach((key, arrival) -> {
            Arrival.Stored mail = arrival instanceof Arrival.Patch patch
                    ? patch.mail()
                    : arrival instanceof Arrival.Cover cover
                            ? cover.mail()
                            : arrival instanceof Arrival.PatchComment comment
                                    ? comment.mail()
                                    : ((Arrival.CoverComment) arrival).mail();
            Map<?, ?> expected = Objects.requireNonNull(stored.get(key));
            assertThat(mail.msgid()).isEqualTo(text(expected, "msgid"));
            assertThat(mail.date()).as(key).isEqualTo(date(expected));
            assertThat(mail.submitter().email())
                    .as(key)
                    .isEqualToIgnoringCase(text(object(expected, "submitter"), "email"));
            if (!key.contains("comment")) {
                assertThat(mail.name()).isEqualTo(text(expected, "name"));
            }
        });
    }

    @Test
    void seriesAreThoseOfTheServer() {
        Map<String, List<String>> expected = new TreeMap<>();
        for (Map<?, ?> series : objects(world, "series")) {
            List<String> mails = new ArrayList<>();
            if (series.get("cover_letter") != null) {
                mails.add("0 " + text(object(series, "cover_letter"), "msgid"));
            }
            for (Map<?, ?> patch : objects(object(world, "hidden"), "patches")) {
                if (number(patch, "series") == number(series, "id")) {
                    mails.add(number(patch, "number") + " "
                            + text(Objects.requireNonNull(stored.get("patch" + number(patch, "id"))), "msgid"));
                }
            }
            mails.sort(null);
            expected.computeIfAbsent(text(object(series, "project"), "link_name"), name -> new ArrayList<>())
                    .add("v%d %d/%d %s %s %s %s"
                            .formatted(
                                    number(series, "version"),
                                    number(series, "received_total"),
                                    number(series, "total"),
                                    series.get("received_all"),
                                    text(series, "name"),
                                    date(series),
                                    mails));
        }
        int compared = 0;
        for (Map.Entry<String, List<String>> project : expected.entrySet()) {
            List<String> ours = kept(project.getKey()).stream()
                    .map(RecordedSeriesTest::shown)
                    .toList();
            assertThat(ours).isEqualTo(project.getValue());
            compared += ours.size();
        }
        assertThat(compared).isEqualTo(95);
    }

    private static String shown(MailSeries series) {
        List<String> mails = new ArrayList<>();
        series.cover().ifPresent(cover -> mails.add(shown(cover)));
        series.patches().forEach(patch -> mails.add(shown(patch)));
        mails.sort(null);
        return "v%d %d/%d %s %s %s %s"
                .formatted(
                        series.version(),
                        series.received(),
                        series.total(),
                        series.received() >= series.total(),
                        series.name().orElse(""),
                        series.date().orElseThrow(),
                        mails);
    }

    private static String shown(SeriesMail mail) {
        return mail.number() + " " + mail.messageId().orElseThrow();
    }

    @Test
    void referencesAreThoseOfTheServer() {
        Map<Integer, String> projectNames = new HashMap<>();
        objects(world, "projects").forEach(p -> projectNames.put(number(p, "id"), text(p, "link_name")));
        List<String> expected = new ArrayList<>();
        for (Object row :
                (List<?>) Objects.requireNonNull(object(world, "hidden").get("series_references"))) {
            List<?> columns = (List<?>) row;
            expected.add(projectNames.get(((Number) columns.get(0)).intValue()) + " " + columns.get(1));
        }
        List<String> ours = new ArrayList<>();
        arrivals.forEach((key, arrival) -> {
            SeriesChoice choice = arrival instanceof Arrival.Patch patch
                    ? patch.series()
                    : arrival instanceof Arrival.Cover cover ? cover.series() : null;
            String project = text(object(projectOf(key), "project"), "link_name");
            if (choice instanceof SeriesChoice.Begins begun && !key.equals("patch27")) {
                begun.references().forEach(id -> ours.add(project + " " + id));
            }
        });
        assertThat(ours).containsExactlyInAnyOrderElementsOf(expected).hasSize(97);
    }

    private Map<?, ?> projectOf(String key) {
        return key.contains("comment") ? Map.of("project", Map.of()) : Objects.requireNonNull(stored.get(key));
    }

    @Test
    void commentsAreOnWhatTheyAreOnForTheServer() {
        for (String kind : List.of("patch", "cover")) {
            for (Map<?, ?> comment : objects(world, kind + "_comments")) {
                Arrival arrival = arrivals.get(kind + "_comment" + number(comment, "id"));
                String parent = arrival instanceof Arrival.PatchComment onPatch
                        ? onPatch.patch()
                        : ((Arrival.CoverComment) Objects.requireNonNull(arrival)).cover();
                assertThat(parent)
                        .isEqualTo(text(Objects.requireNonNull(stored.get(kind + number(comment, kind))), "msgid"));
            }
        }
    }

    @Test
    void dependenciesOnMailsAreThoseOfTheServer() {
        // Dependencies by address are the server's to know.
        MailSeries demo = kept("demo").get(kept("demo").size() - 1);
        Arrival.Patch patch = (Arrival.Patch) Objects.requireNonNull(arrivals.get("patch14000064"));
        assertThat(demo.patches().get(0).messageId())
                .contains(MessageId.of(patch.mail().msgid()));
        assertThat(patch.dependencies()).hasSize(1);
        MailSeries needed = Objects.requireNonNull(projects.get("demo"))
                .series()
                .get(patch.dependencies().get(0).intValue());
        assertThat(needed.name()).contains("demo: small change number 62");
    }
}
