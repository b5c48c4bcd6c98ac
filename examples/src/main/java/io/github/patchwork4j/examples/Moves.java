package io.github.patchwork4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Moves files into a folder and out of it, one after the other, and takes all of it back if one cannot be moved. */
final class Moves {
    private final Path root;
    private final Path aside;
    private final Deque<Move> done = new ArrayDeque<>();

    private record Move(Path from, Path to) {}

    /**
     * Begins.
     *
     * @param root the folder
     * @param aside a folder on the same disk for what is replaced or removed
     */
    Moves(Path root, Path aside) {
        this.root = root;
        this.aside = aside;
    }

    /** Puts a file in the place of what is there, or where nothing is. */
    void put(Path fresh, Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            move(file, aside.resolve("old" + done.size()));
        }
        makeDirectories(file.getParent());
        move(fresh, file);
    }

    /** Removes a file, and the folders that are empty without it. */
    void remove(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            move(file, aside.resolve("old" + done.size()));
            removeEmptyParents(file);
        }
    }

    /** Takes back all that was done; folders that have become empty are not kept. */
    void undo() throws IOException {
        while (!done.isEmpty()) {
            Move last = done.pop();
            makeDirectories(last.from().getParent());
            Files.move(last.to(), last.from(), StandardCopyOption.ATOMIC_MOVE);
            removeEmptyParents(last.to());
        }
    }

    private void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        done.push(new Move(from, to));
    }

    private void removeEmptyParents(Path file) throws IOException {
        for (Path parent = file.getParent();
                parent != null && !parent.equals(root) && !parent.equals(aside);
                parent = parent.getParent()) {
            try (Stream<Path> left = Files.list(parent)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(parent);
        }
    }

    private void makeDirectories(@Nullable Path directory) throws IOException {
        if (directory == null
                || directory.equals(root)
                || directory.equals(aside)
                || Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        makeDirectories(directory.getParent());
        Files.createDirectory(directory);
    }
}
