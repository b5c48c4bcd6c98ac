package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mails that lie in files of their own; one that cannot be read is reported and does not stop the others. */
final class FolderSource implements MailSource {
    private final ArchiveReader reader;
    private final ArchiveFormat format;
    private final Iterator<Path> files;
    private final List<Diagnostic> diagnostics;
    private long index;

    private FolderSource(ArchiveReader reader, ArchiveFormat format, List<Path> files, List<Diagnostic> diagnostics) {
        this.reader = reader;
        this.format = format;
        this.files = files.iterator();
        this.diagnostics = diagnostics;
    }

    /** The files of {@code cur} and then of {@code new}, as git mailsplit takes them, or else those of the folder itself. */
    static FolderSource of(ArchiveReader reader, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        boolean maildir = false;
        for (String part : List.of("cur", "new")) {
            if (Files.isDirectory(folder.resolve(part))) {
                files.addAll(list(folder.resolve(part)));
                maildir = true;
            }
        }
        List<Path> found = maildir ? files : list(folder);
        return new FolderSource(reader, ArchiveFormat.FOLDER, found, new ArrayList<>());
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith("."))
                    .sorted((a, b) -> FileNames.compare(name(a), name(b)))
                    .toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The patches that a series of StGit names; comments and empty lines name none. */
    static FolderSource series(ArchiveReader reader, Path series) throws IOException {
        Path folder = series.toAbsolutePath().normalize().getParent();
        List<Path> files = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        long offset = 0;
        for (String line : text(series, reader.limits().maxMessageBytes()).split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Path file = inside(folder, utf8(line));
                if (file == null) {
                    String message = "a series may only name files in its folder: " + line.strip();
                    diagnostics.add(new Diagnostic(Diagnostic.Kind.UNREADABLE, offset, message));
                } else {
                    files.add(file);
                }
            }
            offset += line.length() + 1;
        }
        return new FolderSource(reader, ArchiveFormat.STGIT_SERIES, files, diagnostics);
    }

    private static String text(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(most), StandardCharsets.ISO_8859_1);
        }
    }

    private static String utf8(String latin1) {
        return Bytes.of(latin1.strip().getBytes(StandardCharsets.ISO_8859_1)).utf8();
    }

    private static @Nullable Path inside(@Nullable Path folder, String name) {
        try {
            Path file = folder == null ? null : folder.resolve(name).normalize();
            return file != null && file.startsWith(folder) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    @Override
    public @Nullable ArchivedMail next() throws IOException {
        while (files.hasNext()) {
            Path file = files.next();
            try (MailSource source = reader.splitter(file, index, format)) {
                ArchivedMail mail = source.next();
                diagnostics.addAll(source.diagnostics());
                if (mail != null) {
                    index++;
                    return mail;
                }
            } catch (IOException e) {
                diagnostics.add(new Diagnostic(Diagnostic.Kind.UNREADABLE, 0, file + ": " + e));
            }
        }
        return null;
    }

    @Override
    public ArchiveFormat format() {
        return format;
    }

    @Override
    public Bytes preamble() {
        return Bytes.EMPTY;
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Override
    public void close() {
        // Each file is closed when its mail was read.
    }
}
