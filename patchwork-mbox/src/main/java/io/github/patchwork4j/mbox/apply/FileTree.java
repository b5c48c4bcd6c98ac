package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * The files that a diff is applied to. Paths are bytes with slashes between their parts, relative to the root.
 *
 * <p>An implementation that reads from a disk must not follow symbolic links: what stands below one is not in the tree.
 */
public interface FileTree {
    /**
     * Returns a file.
     *
     * @param path where it is
     * @return the file; empty if there is none, or a directory
     */
    Optional<TreeFile> find(Bytes path);

    /**
     * Lists what is below a directory, at any depth.
     *
     * @param directory its path, without a slash at the end
     * @return the whole paths of the files; none if there is no such directory
     */
    List<Bytes> pathsBelow(Bytes directory);
}
