package io.github.patchwork4j.examples;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveFormat;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.LineEnds;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffOptions;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the patches of a file: a mail archive, or a bare diff. */
final class PatchFile {
    /**
     * A patch.
     *
     * @param text the text with its diff
     * @param mail the mail that it came in; empty for a bare diff
     * @param envelope the line before the mail
     */
    record Patch(Bytes text, Optional<PatchMail> mail, Optional<Bytes> envelope) {}

    private PatchFile() {}

    /** Returns the patches in their order; mails without a diff are left out. */
    static List<Patch> read(Path file) throws IOException {
        return read(file, LineEnds.AS_GIT);
    }

    /** Returns the patches in their order, with the ends of lines in mails as git has them or as they are. */
    static List<Patch> read(Path file, LineEnds lineEnds) throws IOException {
        List<Patch> patches = new ArrayList<>();
        try (MailArchive archive =
                ArchiveReader.of(SplitRule.AUTO).withLineEnds(lineEnds).open(file)) {
            for (ArchivedMail archived : archive) {
                if (archived.format() == ArchiveFormat.UNKNOWN) {
                    patches.add(new Patch(archived.raw(), Optional.empty(), Optional.empty()));
                    continue;
                }
                PatchMail mail = PatchMail.of(Mail.parse(archived.content()), Dialect.GIT);
                patches.add(new Patch(mail.patchText(), Optional.of(mail), archived.envelope()));
            }
        }
        patches.removeIf(patch -> {
            Diff diff = Diff.parse(patch.text());
            return diff.files().isEmpty() && diff.orphanHunks().isEmpty();
        });
        return patches;
    }

    /** Returns the only patch of a file. */
    static Diff readOne(Path file) throws IOException {
        List<Patch> patches = read(file);
        if (patches.size() != 1) {
            throw new IOException(file + ": has " + patches.size() + " patches instead of one");
        }
        return Diff.parse(patches.get(0).text(), DiffOptions.DEFAULT);
    }
}
