package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.FileMode;

/**
 * A file of a {@link FileTree}.
 *
 * @param mode what kind of file it is; never a directory
 * @param content its bytes: of a symbolic link the path it leads to, of a submodule the line by which diffs show it,
 *     {@code Subproject commit}, the id of the commit, and a line feed
 */
public record TreeFile(FileMode mode, Bytes content) {}
