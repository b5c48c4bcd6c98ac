package io.github.patchwork4j.benchmarks;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The mails that are measured: what {@code git format-patch --pretty=mboxrd} makes of a history, or of a seed where no
 * history is given.
 */
final class MailCorpus {
    /** As much of a history as is taken; more would only measure the memory of the machine. */
    static final int MAX_BYTES = 64_000_000;

    private static final int GENERATED_BYTES = 16_000_000;

    private MailCorpus() {}

    /**
     * Returns the mails of a repository or of a file, or generated ones.
     *
     * @param source a folder with a git repository, an mbox file in the format mboxrd, or nothing
     * @return an mbox of whole mails, of at most {@value #MAX_BYTES} bytes
     * @throws IOException if there is no such repository or file
     */
    static byte[] of(String source) throws IOException {
        if (source.isEmpty()) {
            return generated();
        }
        Path path = Path.of(source);
        return Files.isDirectory(path) ? history(path) : wholeMails(Files.newInputStream(path));
    }

    private static byte[] history(Path repository) throws IOException {
        Process git = new ProcessBuilder("git", "format-patch", "--stdout", "--root", "--pretty=mboxrd", "HEAD")
                .directory(repository.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] mails = wholeMails(git.getInputStream());
        git.destroy();
        return mails;
    }

    private static byte[] wholeMails(InputStream in) throws IOException {
        try (in) {
            byte[] read = in.readNBytes(MAX_BYTES);
            if (read.length < MAX_BYTES) {
                return read;
            }
            long end = 0;
            for (ArchivedMail mail : ArchiveReader.of(SplitRule.MBOXRD).read(Bytes.of(read))) {
                end = mail.offset();
            }
            return Bytes.of(read, 0, (int) end).toArray();
        }
    }

    /** Keeps the mails that pass a test. */
    static byte[] filtered(byte[] mbox, Predicate<ArchivedMail> test) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(mbox.length);
        try (MailArchive archive = ArchiveReader.of(SplitRule.MBOXRD).read(Bytes.of(mbox))) {
            for (ArchivedMail mail : archive) {
                if (test.test(mail)) {
                    mail.raw().writeTo(kept);
                }
            }
        }
        return kept.toByteArray();
    }

    /** Mails of a few kilobytes, as in git's own history, and now and then a much longer one. */
    private static byte[] generated() {
        Random random = new Random(20240507);
        ByteArrayOutputStream out = new ByteArrayOutputStream(GENERATED_BYTES + 100_000);
        for (int number = 0; out.size() < GENERATED_BYTES; number++) {
            int bytes = (int) (2_000 + Math.abs(random.nextGaussian()) * (random.nextInt(20) == 0 ? 60_000 : 4_000));
            byte[] diff = GeneratedDiff.of(bytes, number, 8, 4);
            String id = String.format(Locale.ROOT, "%040x", number * 0x9e3779b97f4a7c15L);
            text(out, "From " + id + " Mon Sep 17 00:00:00 2001\n");
            text(out, "From: Ines Okafor <ines@example.org>\nDate: Mon, 11 May 2026 08:00:00 +0200\n");
            text(
                    out,
                    "Subject: [PATCH " + number + "/9999] kettle: boil the water number " + number + " only once\n\n");
            for (int lines = random.nextInt(20); lines > 0; lines--) {
                text(out, "The water was boiled each time that somebody looked at the kettle.\n");
            }
            text(out, "\nSigned-off-by: Ines Okafor <ines@example.org>\n---\n kettle.c | 12 ++++++------\n");
            text(out, " 1 file changed, 6 insertions(+), 6 deletions(-)\n\n");
            out.writeBytes(diff);
            text(out, "-- \n2.39.5\n\n");
        }
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
