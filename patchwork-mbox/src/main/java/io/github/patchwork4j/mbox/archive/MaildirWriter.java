package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes mails as files of a Maildir. */
final class MaildirWriter extends ArchiveWriter {
    private static final int DIGITS = 9;

    private final Path temporary;
    private final Path incoming;
    private int number;

    MaildirWriter(Path folder) throws IOException {
        this.temporary = Files.createDirectories(folder.resolve("tmp"));
        this.incoming = Files.createDirectories(folder.resolve("new"));
        Path current = Files.createDirectories(folder.resolve("cur"));
        for (Path part : List.of(incoming, current)) {
            try (Stream<Path> files = Files.list(part)) {
                number = Math.max(
                        number, files.mapToInt(MaildirWriter::number).max().orElse(0));
            }
        }
    }

    private static int number(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.length() < DIGITS ? 0 : Math.max(Ascii.number(name.substring(0, DIGITS)), 0);
    }

    @Override
    void begin(Bytes preamble) {
        // What stands before the first mail of an mbox is nothing to a Maildir.
    }

    @Override
    void put(ArchivedMail mail, @Nullable Bytes changed) throws IOException {
        write(changed == null ? mail.content() : changed);
    }

    @Override
    public void write(Bytes content) throws IOException {
        String name = String.format(Locale.ROOT, "%0" + DIGITS + "d.mail", ++number);
        Path file = temporary.resolve(name);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(out);
        }
        Files.move(file, incoming.resolve(name));
    }

    @Override
    public void close() {
        // Each file is closed when it was written.
    }
}
