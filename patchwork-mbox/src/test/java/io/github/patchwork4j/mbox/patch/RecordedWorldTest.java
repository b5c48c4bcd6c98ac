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
import io.github.patchwork4j.mbox.mail.MailHeader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
