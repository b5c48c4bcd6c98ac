package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A program that splits an archive which is larger than its memory and than any array: more than 2 GiB of mails. */
final class LargeArchive {
    static final long BYTES = 2_300_000_000L;

    /** The last mail of each block is twice as large. */
    private static final int MAX_MAIL = 1 << 20;

    private LargeArchive() {}

    /** A stream that repeats a block of mails, without holding more of them. */
    private static final class Mails extends InputStream {
        private final byte[] block;
        private long given;

        Mails(byte[] block) {
            this.block = block;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int from = (int) (given % block.length);
            if (from == 0 && given >= BYTES) {
                return -1;
            }
            int count = Math.min(length, block.length - from);
            System.arraycopy(block, from, target, offset, count);
            given += count;
            return count;
        }
    }

    static byte[] block() {
        String mail = "From pia@example.org Mon May 11 08:00:00 2026\nSubject: kettle\n\n"
                + "From here on the water is hot.\n+\tline of a diff\n".repeat(100) + "\n";
        String large =
                "From pia@example.org Mon May 11 08:00:00 2026\nSubject: large\n\n" + "x".repeat(2 * MAX_MAIL) + "\n\n";
        return (mail.repeat(500) + large).getBytes(StandardCharsets.US_ASCII);
    }

    /** Prints how many mails there were, where the last one began, and how many were cut. */
    public static void main(String[] args) throws IOException {
        Limits limits = Limits.builder().maxMessageBytes(MAX_MAIL).build();
        long mails = 0;
        long last = 0;
        long cut = 0;
        try (MailArchive archive =
                ArchiveReader.of(SplitRule.GIT).withLimits(limits).read(new Mails(block()))) {
            for (ArchivedMail mail : archive) {
                mails++;
                last = mail.offset();
                cut += mail.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.kind() == Diagnostic.Kind.LIMIT_EXCEEDED)
                        .count();
            }
        }
        System.out.println(mails + " " + last + " " + cut);
    }
}
