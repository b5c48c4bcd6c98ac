package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.PatchId;
import io.github.patchwork4j.mbox.mail.Mail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds the patches that {@code git format-patch --base} says others need. */
class PrerequisiteTest {
    @TempDir
    Path folder;

    /** Every commit of a history of odd ones, that is all kinds of changes. */
    @Test
    void prerequisitesAreFoundAmongThePatchesBefore() throws IOException, InterruptedException {
        assumeTrue(Git.isInstalled(), "git is not installed");
        Git git = new Git(folder);
        Path repository = folder.resolve("repo");
        new OddHistory(git, repository).make(1);

        List<String> needed = ids(git.run(
                repository, Bytes.EMPTY, List.of("format-patch", "--stdout", "--full-index", "HEAD~17..HEAD~2")));
        byte[] series =
                git.run(repository, Bytes.EMPTY, List.of("format-patch", "--stdout", "--base=HEAD~17", "HEAD~2..HEAD"));
        PatchFooter footer = PatchFooter.parse(Bytes.of(series).latin1());

        assertThat(needed).hasSize(15).doesNotHaveDuplicates();
        assertThat(footer.all("prerequisite-patch-id")).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(footer.baseCommit())
                .contains(Bytes.of(git.run(repository, Bytes.EMPTY, List.of("rev-parse", "HEAD~17")))
                        .latin1()
                        .strip());
    }

    private static List<String> ids(byte[] mails) throws IOException {
        List<String> ids = new ArrayList<>();
        try (MailArchive archive = ArchiveReader.of(SplitRule.GIT).read(Bytes.of(mails))) {
            for (ArchivedMail mail : archive) {
                Bytes patch =
                        PatchMail.of(Mail.parse(mail.content()), Dialect.GIT).patchText();
                PatchId.prerequisite(Diff.parse(patch)).map(PatchId::hex).ifPresent(ids::add);
            }
        }
        return ids;
    }
}
