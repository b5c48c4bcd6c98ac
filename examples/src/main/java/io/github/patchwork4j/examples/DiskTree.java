package io.github.patchwork4j.examples;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.apply.FileTree;
import io.github.patchwork4j.mbox.apply.TreeFile;
import io.github.patchwork4j.mbox.diff.FileMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder, and what is to become of them: nothing is written before {@link #write()}, and never through a symbolic link.
 *
 * <p>New content is written beside the old first, and takes its place when all of it is there. What fails before, such as a full disk, leaves
 * the folder as it was; when a file cannot be moved then, those before are moved back. Others may see some files old and some new in between, and
 * so does who looks after the power failed there: the folder {@code .apply-…} then has what was replaced.
 */
final class DiskTree implements FileTree {
    private static final FileMode PLAIN = FileMode.of(0100644);
    private static final FileMode EXECUTABLE = FileMode.of(0100755);
    private static final FileMode SYMLINK = FileMode.of(0120000);

    private final Path root;
    private final Map<Bytes, Optional<TreeFile>> changes = new LinkedHashMap<>();

    DiskTree(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(root + " is no folder");
        }
        this.root = root;
    }

    void change(Map<Bytes, Optional<TreeFile>> more) {
        changes.putAll(more);
    }

    @Override
    public Optional<TreeFile> find(Bytes path) {
        Optional<TreeFile> changed = changes.get(path);
        if (changed != null) {
            return changed;
        }
        Path file = onDisk(path);
        if (file == null || !isBelowDirectories(file)) {
            return Optional.empty();
        }
        try {
            if (Files.isSymbolicLink(file)) {
                String target = Files.readSymbolicLink(file).toString();
                return Optional.of(new TreeFile(SYMLINK, Bytes.ofUtf8(target)));
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            return Optional.of(
                    new TreeFile(isExecutable(file) ? EXECUTABLE : PLAIN, Bytes.of(Files.readAllBytes(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isExecutable(Path file) throws IOException {
        return isPosix(file)
                && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                        .contains(PosixFilePermission.OWNER_EXECUTE);
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public List<Bytes> pathsBelow(Bytes directory) {
        Set<Bytes> paths = new LinkedHashSet<>();
        Path folder = onDisk(directory);
        if (folder != null && isBelowDirectories(folder) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                        .forEach(file -> paths.add(
                                Bytes.ofUtf8(root.relativize(file).toString().replace('\\', '/'))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String prefix = directory.latin1() + "/";
        changes.forEach((path, file) -> {
            if (file.isEmpty()) {
                paths.remove(path);
            } else if (path.latin1().startsWith(prefix)) {
                paths.add(path);
            }
        });
        return List.copyOf(paths);
    }

    /** Returns where a path is on the disk; null if no file can have such a name there. */
    private @Nullable Path onDisk(Bytes path) {
        try {
            return Bytes.ofUtf8(path.utf8()).equals(path) ? root.resolve(path.utf8()) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private boolean isBelowDirectories(Path file) {
        for (Path parent = file.getParent(); parent != null && !parent.equals(root); parent = parent.getParent()) {
            if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return true;
    }

    /** Carries out all changes. */
    void write() throws IOException {
        Map<Path, Path> written = new LinkedHashMap<>();
        Path work = Files.createTempDirectory(root, ".apply-");
        try {
            for (Map.Entry<Bytes, Optional<TreeFile>> change : changes.entrySet()) {
                Path file = onDisk(change.getKey());
                if (file == null) {
                    throw new FileSystemException(change.getKey().utf8(), null, "no name for a file here");
                }
                if (change.getValue().isPresent()) {
                    Path fresh = work.resolve(String.valueOf(written.size()));
                    create(fresh, change.getValue().get(), file);
                    written.put(file, fresh);
                }
            }
            move(written, new Moves(root, work));
        } finally {
            try (Stream<Path> left = Files.list(work)) {
                for (Path file : new ArrayList<>(left.toList())) {
                    Files.delete(file);
                }
            }
            Files.delete(work);
        }
    }

    private void move(Map<Path, Path> written, Moves moves) throws IOException {
        try {
            for (Map.Entry<Bytes, Optional<TreeFile>> change : changes.entrySet()) {
                Path file = onDisk(change.getKey());
                if (change.getValue().isEmpty() && file != null && isBelowDirectories(file)) {
                    moves.remove(file);
                }
            }
            for (Map.Entry<Path, Path> move : written.entrySet()) {
                moves.put(move.getValue(), move.getKey());
            }
        } catch (IOException e) {
            moves.undo();
            throw e;
        }
    }

    private static void create(Path fresh, TreeFile content, Path old) throws IOException {
        FileMode mode = content.mode();
        if (mode.isSubmodule()) {
            throw new FileSystemException(old.toString(), null, "submodules cannot be changed");
        }
        if (mode.isSymlink()) {
            Files.createSymbolicLink(fresh, Path.of(content.content().utf8()));
            return;
        }
        Files.write(fresh, content.content().toArray(), StandardOpenOption.CREATE_NEW);
        if (isPosix(fresh)) {
            boolean replaces = Files.isRegularFile(old, LinkOption.NOFOLLOW_LINKS);
            Set<PosixFilePermission> permissions =
                    Files.getPosixFilePermissions(replaces ? old : fresh, LinkOption.NOFOLLOW_LINKS);
            executable(permissions, mode.isExecutable());
            Files.setPosixFilePermissions(fresh, permissions);
        }
    }

    /** Who may read may execute, as git does it. */
    private static void executable(Set<PosixFilePermission> permissions, boolean executable) {
        for (String who : List.of("OWNER", "GROUP", "OTHERS")) {
            PosixFilePermission execute = PosixFilePermission.valueOf(who + "_EXECUTE");
            if (executable && permissions.contains(PosixFilePermission.valueOf(who + "_READ"))) {
                permissions.add(execute);
            } else {
                permissions.remove(execute);
            }
        }
    }

    /** Writes the hunks that found no place beside the file; what was there under that name goes away, and no link is followed. */
    void writeRejects(Bytes path, Bytes rejects) throws IOException {
        Path file = onDisk(Bytes.ofUtf8(path.utf8() + ".rej"));
        if (file == null || !isBelowDirectories(file)) {
            throw new FileSystemException(path.utf8() + ".rej", null, "no folder for it");
        }
        Files.deleteIfExists(file);
        Files.write(file, rejects.toArray(), StandardOpenOption.CREATE_NEW);
    }
}
