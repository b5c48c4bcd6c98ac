package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A {@link FileTree} that is a map. It does not change and may be shared between threads. */
public final class MemoryTree implements FileTree {
    /** Git's order: by bytes, each from 0 to 255. */
    private static final Comparator<Bytes> BY_BYTES = (one, other) -> Arrays.compareUnsigned(
            one.array(),
            one.offset(),
            one.offset() + one.length(),
            other.array(),
            other.offset(),
            other.offset() + other.length());

    /** A tree without files. */
    public static final MemoryTree EMPTY = of(Map.of());

    private final SortedMap<Bytes, TreeFile> files;

    private MemoryTree(SortedMap<Bytes, TreeFile> files) {
        this.files = files;
    }

    /**
     * Makes a tree.
     *
     * @param files the files by their paths; the map is copied
     * @return the tree
     */
    public static MemoryTree of(Map<Bytes, TreeFile> files) {
        SortedMap<Bytes, TreeFile> copy = new TreeMap<>(BY_BYTES);
        copy.putAll(files);
        return new MemoryTree(copy);
    }

    /**
     * Returns all files.
     *
     * @return an unmodifiable map, sorted by the bytes of the paths
     */
    public SortedMap<Bytes, TreeFile> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /**
     * Returns this tree as a diff has changed it.
     *
     * @param changes what {@link ApplyResult#changes()} says: the file for each path that has one now, empty for each that
     *     has none any more
     * @return a new tree
     */
    public MemoryTree with(Map<Bytes, Optional<TreeFile>> changes) {
        SortedMap<Bytes, TreeFile> copy = new TreeMap<>(files);
        changes.forEach((path, file) -> {
            if (file.isPresent()) {
                copy.put(path, file.get());
            } else {
                copy.remove(path);
            }
        });
        return new MemoryTree(copy);
    }

    @Override
    public Optional<TreeFile> find(Bytes path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<Bytes> pathsBelow(Bytes directory) {
        byte[] from = Arrays.copyOf(directory.toArray(), directory.length() + 1);
        from[directory.length()] = '/';
        byte[] to = from.clone();
        to[directory.length()]++;
        return List.copyOf(files.subMap(Bytes.of(from), Bytes.of(to)).keySet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemoryTree that && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    /** Returns the number of files, for a debugger. */
    @Override
    public String toString() {
        return "MemoryTree[" + files.size() + " files]";
    }
}
