package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.util.Optional;

/** Takes git's ids out of the line {@code index 1234567..89abcde 100644} when somebody asks for them. */
final class IndexLine {
    private static final byte DOT = '.';

    private IndexLine() {}

    /** Returns the index of the two dots between the ids; {@code to} if there are none. */
    static int dots(byte[] array, int from, int to) {
        int at = from;
        while (at < to && array[at] != DOT) {
            at++;
        }
        return at + 1 < to && array[at + 1] == DOT ? at : to;
    }

    /**
     * Returns the id before the dots, the first of several in a combined diff.
     *
     * @param from the offset behind the keyword, or below 0 if there is no such line
     */
    static Optional<String> oldId(Bytes source, int from, DiffFormat format) {
        return id(source, from, DOT, format == DiffFormat.COMBINED ? ',' : DOT);
    }

    /** Returns the id behind the dots. */
    static Optional<String> newId(Bytes source, int from) {
        int dots = from < 0 ? -1 : source.indexOf(DOT, from);
        return id(source, dots < 0 ? -1 : dots + 2, ' ', '\r');
    }

    private static Optional<String> id(Bytes source, int from, int end, int otherEnd) {
        if (from < 0) {
            return Optional.empty();
        }
        int to = from;
        while (to < source.length() && !isEnd(source.at(to), end, otherEnd)) {
            to++;
        }
        return to == from
                ? Optional.empty()
                : Optional.of(source.slice(from, to).latin1());
    }

    private static boolean isEnd(byte b, int end, int otherEnd) {
        return b == end || b == otherEnd || b == '\n';
    }
}
