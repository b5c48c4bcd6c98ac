package io.github.patchwork4j.fuzzing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchiveWriter;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.Escaping;
import io.github.patchwork4j.mbox.archive.LineEnds;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Writes archives again: as they were, to the byte, and as mboxrd, from which the same mails are read. */
public final class WriterTarget {
    private WriterTarget() {}

    /**
     * Called by the fuzzer.
     *
     * @param data an archive
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Bytes input = Bytes.of(data);
        for (SplitRule rule : SplitRule.values()) {
            ArchiveReader reader = ArchiveReader.of(rule);
            Promise.equal(
                    written(Escaping.AS_READ, writer -> writer.copy(reader.read(input))),
                    input,
                    rule + " as it was read");
            ArchiveReader keeping = reader.withLineEnds(LineEnds.KEEP);
            List<Bytes> contents = contents(keeping.read(input));
            Bytes mboxrd = written(Escaping.MBOXRD, writer -> writer.copy(keeping.read(input)));
            comesBack(contents, mboxrd, rule + " as mboxrd");
            comesBack(
                    contents,
                    written(Escaping.MBOXRD, writer -> {
                        for (Bytes content : contents) {
                            writer.write(content);
                        }
                    }),
                    rule + " as new mails");
        }
    }

    private static void comesBack(List<Bytes> contents, Bytes mboxrd, String what) {
        ArchiveReader reader = ArchiveReader.of(SplitRule.MBOXRD).withLineEnds(LineEnds.KEEP);
        List<Bytes> again = contents(reader.read(mboxrd));
        Promise.equal(again.size(), contents.size(), what + ": number of mails");
        for (int i = 0; i < again.size(); i++) {
            Promise.equal(withoutEnd(again.get(i)), withoutEnd(contents.get(i)), what + ": mail " + i);
        }
    }

    /** Without the line ends at its end, of which a mailbox keeps no count. */
    private static Bytes withoutEnd(Bytes content) {
        int end = content.length();
        while (end > 0 && (content.at(end - 1) == '\n' || content.at(end - 1) == '\r')) {
            end--;
        }
        return content.slice(0, end);
    }

    private static List<Bytes> contents(MailArchive archive) {
        List<Bytes> contents = new ArrayList<>();
        for (ArchivedMail mail : archive) {
            contents.add(mail.content());
        }
        return contents;
    }

    /** What is done with a writer. */
    private interface Writing {
        void to(ArchiveWriter writer) throws IOException;
    }

    private static Bytes written(Escaping escaping, Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArchiveWriter writer = ArchiveWriter.mbox(out, escaping)) {
            writing.to(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(out.toByteArray());
    }
}
