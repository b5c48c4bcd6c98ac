package io.github.patchwork4j.mbox.internal.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Scan;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Knows how the lines of a diff spell path names: where they end, what stands for no file, how prefixes are cut off. */
public final class Names {
    private static final String DEV_NULL = "/dev/null";

    private Names() {}

    /**
     * Tells whether a name stands for no file.
     *
     * @param array where it is
     * @param from the index of its first byte
     * @param to the index after the last byte of the line
     * @return whether it is {@code /dev/null}, with white space or nothing behind it
     */
    public static boolean isDevNull(byte[] array, int from, int to) {
        int past = from + DEV_NULL.length();
        return LineScanner.startsWith(array, from, to, DEV_NULL) && (past == to || isSpace(array[past]));
    }

    /**
     * Finds where an unquoted name ends.
     *
     * @param array where it is
     * @param from the index of its first byte
     * @param to the index of the end of the line
     * @param tabEnds whether a tab ends the name, as in the lines with {@code ---} and {@code +++}
     * @return the index after its last byte; a carriage return always ends it
     */
    public static int end(byte[] array, int from, int to, boolean tabEnds) {
        int end = Scan.indexOfEither(array, (byte) '\r', (byte) (tabEnds ? '\t' : '\r'), from, to);
        return end < 0 ? to : end;
    }

    /**
     * Finds where a name begins when leading components are cut off.
     *
     * @param array where it is
     * @param from the index of its first byte
     * @param to the index after its last
     * @param components how many
     * @return the index after that many slashes; -1 if there are fewer
     */
    public static int stripped(byte[] array, int from, int to, int components) {
        return pastSlashes(array, from, to, components);
    }

    /**
     * Makes one slash of several in a row.
     *
     * @param array where the name is
     * @param from the index of its first byte
     * @param to the index after its last
     * @return the name
     */
    public static byte[] squashed(byte[] array, int from, int to) {
        byte[] squashed = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            if (array[i] != '/' || i == from || array[i - 1] != '/') {
                squashed[length++] = array[i];
            }
        }
        return length == squashed.length ? squashed : Arrays.copyOf(squashed, length);
    }

    /**
     * Finds how many components stand before a path in a longer name.
     *
     * @param name the name
     * @param path the path that it may end with
     * @return the count, 0 if they are the same; -1 if the name does not end with the path
     */
    public static int componentsBefore(byte[] name, byte[] path) {
        int prefix = name.length - path.length;
        if (prefix < 0 || !Arrays.equals(name, prefix, name.length, path, 0, path.length)) {
            return -1;
        }
        return prefix == 0 || name[prefix - 1] == '/' ? slashes(name, prefix) : -1;
    }

    /**
     * Finds how many components two names must lose to become one.
     *
     * @param one a name
     * @param other the other
     * @return 0 if they are the same already; else the least count that does it; -1 if none does
     */
    public static int componentsToStrip(byte[] one, byte[] other) {
        if (Arrays.equals(one, other)) {
            return 0;
        }
        int common = 0;
        int aligned = -1;
        int shorter = Math.min(one.length, other.length);
        while (common < shorter && one[one.length - 1 - common] == other[other.length - 1 - common]) {
            if (one[one.length - 1 - common] == '/') {
                aligned = common;
            }
            common++;
        }
        if (aligned <= 0) {
            return -1;
        }
        int components = slashes(one, one.length - aligned);
        return components == slashes(other, other.length - aligned) ? components : -1;
    }

    /**
     * Finds the name that the two sides of a {@code diff --git} line share.
     *
     * <p>The line tells where one name ends and the other begins only if both are the same after their prefixes, however
     * many spaces they have. The search is linear: as the first name grows the second shrinks, so one length fits at most.
     *
     * @param array where the line is
     * @param from the index after {@code "diff --git "}
     * @param to the index of the end of the line
     * @param components how many components are cut off, at least 0
     * @return the name, a view of the line if it is not quoted; null if the sides do not share one
     */
    public static @Nullable Bytes shared(byte[] array, int from, int to, int components) {
        if (from >= to) {
            return null;
        }
        if (array[from] == '"') {
            return whole(sharedQuotedFirst(array, from, to, components));
        }
        int first = pastPrefix(array, from, to, components);
        if (first < 0) {
            return null;
        }
        int quote = Scan.indexOf(array, (byte) '"', first, to);
        if (quote >= 0) {
            return whole(sharedQuotedSecond(array, first, quote, to, components));
        }
        // With prefixes of the same length, and so without any, the names can only part in the middle.
        int middle = from + (to - from) / 2;
        int second = pastSlashes(array, middle + 1, to, components);
        if (middle >= first && isSharedAt(array, first, middle, to, second)) {
            return Bytes.of(array, first, middle - first);
        }
        return components == 0 ? null : sharedPlain(array, first, to, components);
    }

    private static @Nullable Bytes whole(byte @Nullable [] name) {
        return name == null ? null : Bytes.of(name);
    }

    private static @Nullable Bytes sharedPlain(byte[] array, int first, int to, int components) {
        // Behind so many slashes after the place looked at; it moves on by one slash whenever that place passes one.
        int second = pastSlashes(array, first, to, components);
        for (int at = first; at < to && second >= 0; at++) {
            if (array[at] == '/') {
                second = pastSlashes(array, second, to, 1);
            } else if (isSharedAt(array, first, at, to, second)) {
                return Bytes.of(array, first, at - first);
            }
        }
        return null;
    }

    /** Tells whether the names part at a place if the second begins at another, behind its prefix. */
    private static boolean isSharedAt(byte[] array, int first, int at, int to, int second) {
        return to - second == at - first
                && (array[at] == ' ' || array[at] == '\t')
                && at + 1 < to
                && array[at + 1] != '/'
                && Arrays.equals(array, first, at, array, second, to);
    }

    private static byte @Nullable [] sharedQuotedFirst(byte[] array, int from, int to, int components) {
        int end = Quoting.end(array, from, to);
        if (end < 0) {
            return null;
        }
        byte[] one = withoutPrefix(Quoting.unquote(array, from, end), components);
        int second = end;
        while (second < to && (array[second] == ' ' || array[second] == '\t')) {
            second++;
        }
        boolean quoted = second < to && array[second] == '"';
        int secondEnd = quoted ? Quoting.end(array, second, to) : to;
        if (one == null || second == to || secondEnd < 0) {
            return null;
        }
        byte[] raw = quoted ? Quoting.unquote(array, second, secondEnd) : Arrays.copyOfRange(array, second, secondEnd);
        byte[] other = withoutPrefix(raw, components);
        return other != null && Arrays.equals(one, other) ? one : null;
    }

    private static byte @Nullable [] sharedQuotedSecond(byte[] array, int first, int quote, int to, int components) {
        int end = Quoting.end(array, quote, to);
        byte[] name = end < 0 ? null : withoutPrefix(Quoting.unquote(array, quote, end), components);
        if (name == null || first + name.length >= quote || !isSpace(array[first + name.length])) {
            return null;
        }
        return Arrays.equals(array, first, first + name.length, name, 0, name.length) ? name : null;
    }

    private static byte @Nullable [] withoutPrefix(byte[] name, int components) {
        int from = pastPrefix(name, 0, name.length, components);
        return from < 0 ? null : Arrays.copyOfRange(name, from, name.length);
    }

    /** Returns the index after so many slashes; -1 if there are fewer or the name begins with one. */
    private static int pastPrefix(byte[] array, int from, int to, int components) {
        return from < to && array[from] == '/' ? -1 : pastSlashes(array, from, to, components);
    }

    private static int pastSlashes(byte[] array, int from, int to, int count) {
        int at = from;
        for (int left = count; left > 0; at++) {
            if (at >= to) {
                return -1;
            }
            if (array[at] == '/') {
                left--;
            }
        }
        return at;
    }

    private static int slashes(byte[] name, int to) {
        int slashes = 0;
        for (int i = 0; i < to; i++) {
            if (name[i] == '/') {
                slashes++;
            }
        }
        return slashes;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
