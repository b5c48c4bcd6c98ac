package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.diff.LineScanner;
import io.github.patchwork4j.mbox.internal.diff.Names;
import io.github.patchwork4j.mbox.internal.diff.Quoting;
import java.util.ArrayList;
import java.util.List;

/** Takes from the header of a combined diff what it says about each parent of the merge. */
final class CombinedHeader {
    private final byte[] array;
    private final LineScanner lines;
    private final List<Bytes> ids = new ArrayList<>();
    private final List<FileMode> modes = new ArrayList<>();
    private final List<Bytes> oldNames = new ArrayList<>();
    private Bytes newName = Bytes.EMPTY;

    private CombinedHeader(Bytes header) {
        this.array = header.array();
        this.lines = new LineScanner(array, header.offset(), header.offset() + header.length());
    }

    static CombinedHeader of(Bytes header) {
        CombinedHeader read = new CombinedHeader(header);
        for (; !read.lines.atEnd(); read.lines.advance()) {
            read.take();
        }
        return read;
    }

    List<String> ids() {
        return ids.stream().map(Bytes::latin1).toList();
    }

    List<FileMode> modes() {
        return List.copyOf(modes);
    }

    /**
     * Returns the path in each parent, as far as there is one; only with {@code --combined-all-paths} git names them, else
     * they are the same as that of the result.
     */
    List<DiffPath> paths(DiffPath path) {
        if (oldNames.isEmpty()) {
            return List.of(path);
        }
        int components =
                Math.max(0, Names.componentsBefore(newName.toArray(), path.raw().toArray()));
        List<DiffPath> paths = new ArrayList<>();
        for (Bytes name : oldNames) {
            DiffPath stripped = DiffPath.stripped(name, newName.isEmpty() ? 1 : components);
            if (!name.isEmpty()) {
                paths.add(stripped == null ? new DiffPath(name, 0) : stripped);
            }
        }
        return paths;
    }

    private void take() {
        if (lines.startsWith("index ")) {
            words("index ").forEach(ids::add);
        } else if (lines.startsWith("mode ")) {
            words("mode ").forEach(word -> modes.add(mode(word)));
        } else if (lines.startsWith("deleted file mode ")) {
            words("deleted file mode ").forEach(word -> modes.add(mode(word)));
        } else if (lines.startsWith("--- ")) {
            oldNames.add(name());
        } else if (lines.startsWith("+++ ")) {
            newName = name();
        }
    }

    /** Returns what stands between commas behind a keyword, up to two dots. */
    private List<Bytes> words(String keyword) {
        List<Bytes> words = new ArrayList<>();
        int end = lines.lineEnd();
        int from = lines.position() + keyword.length();
        for (int at = from; at <= end; at++) {
            boolean ends = at == end || array[at] == '.' || array[at] == '\r';
            if (ends || array[at] == ',') {
                words.add(Bytes.of(array, from, at - from));
                from = at + 1;
            }
            if (ends) {
                break;
            }
        }
        return words;
    }

    private static FileMode mode(Bytes octal) {
        int bits = 0;
        for (int i = 0; i < Math.min(octal.length(), 6); i++) {
            bits = bits << 3 | (octal.at(i) & 7);
        }
        return FileMode.of(bits);
    }

    /** Returns the name in a line that begins with dashes or pluses; empty for {@code /dev/null}. */
    private Bytes name() {
        int from = lines.position() + "--- ".length();
        int lineEnd = lines.lineEnd();
        if (Names.isDevNull(array, from, lineEnd)) {
            return Bytes.EMPTY;
        }
        int quoteEnd = from < lineEnd && array[from] == '"' ? Quoting.end(array, from, lineEnd) : -1;
        if (quoteEnd >= 0) {
            return Bytes.of(Quoting.unquote(array, from, quoteEnd));
        }
        return Bytes.of(array, from, Names.end(array, from, lineEnd, true) - from);
    }
}
