package io.github.patchwork4j.mbox.patch;

import static io.github.patchwork4j.mbox.Recorded.json;
import static io.github.patchwork4j.mbox.Recorded.resource;
import static io.github.patchwork4j.mbox.Recorded.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Recorded;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.mail.MailHeader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Compares with what a real Patchwork server stored and served. */
class RecordedWorldTest {
    private static List<Map<?, ?>> patches() throws IOException, URISyntaxException {
        return Recorded.objects(Recorded.world(), "patches");
    }

    @Test
    void hashesEveryRecordedDiffAsTheServerDid() throws Exception {
        int compared = 0;
        for (Map<?, ?> patch : patches()) {
            if (patch.get("diff") == null || patch.get("hash") == null) {
                continue;
            }
            assertThat(PatchworkHash.of(text(patch, "diff")))
                    .as(text(patch, "name"))
                    .isEqualTo(patch.get("hash"));
            compared++;
        }
        assertThat(compared).isEqualTo(101);
    }

    @Test
    void hashesAPatchOfAPublicServer() throws Exception {
        Map<?, ?> patch = json(resource("/samples/patch-1551374.json"));

        assertThat(PatchworkHash.of(text(patch, "diff"))).isEqualTo(patch.get("hash"));
    }

    @Test
    void namesEveryRecordedPatchAsTheServerDid() throws Exception {
        for (Map<?, ?> patch : patches()) {
            String linkName = text((Map<?, ?>) Objects.requireNonNull(patch.get("project")), "link_name");
            Map<?, ?> headers = (Map<?, ?>) Objects.requireNonNull(patch.get("headers"));
            if (text(headers, "Subject").startsWith("=?unknown-8bit")) {
                continue;
            }
            Mail mail = Mail.parse(Bytes.ofUtf8("Subject: " + text(headers, "Subject") + "\n\n"));
            PatchSubject subject = PatchMail.patchwork(mail, List.of(linkName)).subject();
            // The server's column holds 255 characters.
            String name = subject.name();
            assertThat(name.substring(0, Math.min(name.length(), 255))).isEqualTo(patch.get("name"));
            assertThat(subject.prefixes()).isEqualTo(patch.get("prefixes"));
        }
    }

    /**
     * The server keeps headers and decoded text of every mail, so the mail can be put together again but for its
     * transfer encoding.
     */
    @Test
    void readsEveryMailOfTheWorldAsTheServerDid() throws Exception {
        Map<?, ?> world = Recorded.world();
        int compared = 0;
        for (String kind : List.of("patches", "covers", "patch_comments", "cover_comments")) {
            Map<Integer, String> headers = new HashMap<>();
            for (Map<?, ?> hidden : Recorded.objects(Recorded.object(world, "hidden"), kind)) {
                headers.put(Recorded.number(hidden, "id"), text(hidden, "raw_headers"));
            }
            for (Map<?, ?> object : Recorded.objects(world, kind)) {
                compared += compare(world, kind, object, headers.getOrDefault(Recorded.number(object, "id"), ""));
            }
        }
        assertThat(compared).isEqualTo(118);
    }

    private static int compare(Map<?, ?> world, String kind, Map<?, ?> object, String headers) {
        // The server puts a line end behind each line, and behind the last one too.
        String text = text(object, "content") + "\n\n" + text(object, "diff");
        Mail mail = Mail.parse(Bytes.ofUtf8(withoutEncoding(headers) + "\n" + text.substring(0, text.length() - 1)));
        Map<?, ?> project = project(world, kind, object);
        PatchMail read = PatchMail.patchwork(mail, List.of(text(project, "link_name")));
        String what = kind + " " + text(object, "msgid");

        assertThat(headersOf(Mail.parse(Bytes.ofUtf8(headers + "\n")))).as(what).isEqualTo(object.get("headers"));
        assertThat(read.kind()).as(what).isEqualTo(kindOf(kind, object));
        assertThat(cut(read.mail().messageId().orElseThrow().bracketed()))
                .as(what)
                .isEqualTo(text(object, "msgid"));
        assertThat(read.message()).as(what).isEqualTo(text(object, "content"));
        assertThat(read.diff().map(Bytes::utf8).orElse("")).as(what).isEqualTo(text(object, "diff"));
        assertThat(read.pullRequest().orElse("")).as(what).isEqualTo(text(object, "pull_url"));
        if (object.get("hash") != null) {
            assertThat(read.hash()).as(what).contains(text(object, "hash"));
        }
        if (object.containsKey("name")) {
            assertThat(cut(read.subject().name())).as(what).isEqualTo(text(object, "name"));
        }
        MailAddress author =
                OriginalSender.of(mail, text(project, "list_email")).orElseThrow();
        Map<?, ?> submitter = Recorded.object(object, "submitter");
        assertThat(author.email()).as(what).isEqualToIgnoringCase(text(submitter, "email"));
        if (!author.name().isEmpty()) {
            assertThat(author.name()).as(what).isEqualTo(text(submitter, "name"));
        }
        // Without a usable date it is the time at which the mail came.
        read.date()
                .ifPresent(date -> assertThat(date.toInstant())
                        .as(what)
                        .isEqualTo(LocalDateTime.parse(text(object, "date")).toInstant(ZoneOffset.UTC)));
        return 1;
    }

    private static String withoutEncoding(String headers) {
        StringBuilder kept = new StringBuilder();
        boolean keeps = true;
        for (String line : headers.split("\n", -1)) {
            boolean continues = line.startsWith(" ") || line.startsWith("\t");
            keeps = continues ? keeps : !line.matches("(?i)content-(type|transfer-encoding):.*");
            kept.append(keeps ? line + "\n" : "");
        }
        return kept + "Content-Type: text/plain; charset=utf-8\n";
    }

    private static PatchMail.Kind kindOf(String kind, Map<?, ?> object) {
        if (kind.equals("patches")) {
            return object.get("diff") == null ? PatchMail.Kind.PULL_REQUEST : PatchMail.Kind.PATCH;
        }
        return kind.equals("covers") ? PatchMail.Kind.COVER : PatchMail.Kind.COMMENT;
    }

    /** The project of a comment is that of what it is on. */
    private static Map<?, ?> project(Map<?, ?> world, String kind, Map<?, ?> object) {
        if (object.containsKey("project")) {
            return withEmail(world, Recorded.object(object, "project"));
        }
        String parents = kind.equals("patch_comments") ? "patches" : "covers";
        int id = Recorded.number(object, parents.equals("patches") ? "patch" : "cover");
        Map<?, ?> parent = Recorded.objects(world, parents).stream()
                .filter(candidate -> Recorded.number(candidate, "id") == id)
                .findFirst()
                .orElseThrow();
        return withEmail(world, Recorded.object(parent, "project"));
    }

    private static Map<?, ?> withEmail(Map<?, ?> world, Map<?, ?> embedded) {
        return Recorded.objects(world, "projects").stream()
                .filter(project -> Recorded.number(project, "id") == Recorded.number(embedded, "id"))
                .findFirst()
                .orElseThrow();
    }

    /** As the API has headers: a name that occurs more than once holds a list, under each of its spellings. */
    private static Map<String, Object> headersOf(Mail mail) {
        Map<String, Object> headers = new LinkedHashMap<>();
        for (MailHeader header : mail.headers()) {
            List<String> values = mail.headers().all(header.name()).stream()
                    .map(RecordedWorldTest::rawValue)
                    .toList();
            headers.put(header.name(), values.size() == 1 ? values.get(0) : values);
        }
        return headers;
    }

    private static String rawValue(MailHeader header) {
        String raw = header.raw().utf8();
        return raw.substring(raw.indexOf(':') + 1, raw.length() - 1).stripLeading();
    }

    /** The server's columns hold 255 characters. */
    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 255));
    }

    @Test
    void readsTheServersOwnMboxesBackToWhatItStores() throws Exception {
        Map<String, Map<?, ?>> byId = new HashMap<>();
        for (Map<?, ?> patch : patches()) {
            byId.put(String.valueOf(((Number) Objects.requireNonNull(patch.get("id"))).longValue()), patch);
        }
        int compared = 0;
        List<Path> files;
        try (var listed = Files.list(resource("/recorded/mbox"))) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            Map<?, ?> response = (Map<?, ?>) Objects.requireNonNull(json(file).get("response"));
            if (!text(response, "body").startsWith("From patchwork ")
                    || text(response, "body").contains("\nFrom here on")) {
                continue;
            }
            try (MailArchive archive = ArchiveReader.of(SplitRule.GIT).read(Bytes.ofUtf8(text(response, "body")))) {
                for (ArchivedMail entry : archive) {
                    compared += compare(file, entry, byId);
                }
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    private static int compare(Path file, ArchivedMail entry, Map<String, Map<?, ?>> byId) {
        Mail mail = Mail.parse(entry.content());
        String id = mail.headers().first("X-Patchwork-Id").map(MailHeader::text).orElse("");
        Map<?, ?> patch = byId.get(id);
        if (patch == null || mail.headers().first("X-Patchwork-Submitter").isEmpty()) {
            return 0;
        }
        PatchMail read = PatchMail.of(mail, Dialect.PATCHWORK);
        if (!text(patch, "msgid").equals(mail.messageId().orElseThrow().bracketed())) {
            // Covers have ids of their own.
            return 0;
        }
        assertThat(read.diff().map(Bytes::utf8).map(String::strip).orElse(""))
                .as(file.toString())
                .isEqualTo(text(patch, "diff").strip());
        assertThat(read.pullRequest().orElse("")).as(file.toString()).isEqualTo(text(patch, "pull_url"));
        if (patch.get("hash") != null) {
            assertThat(read.hash()).as(file.toString()).contains(text(patch, "hash"));
        }
        return 1;
    }
}
