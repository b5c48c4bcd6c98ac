package io.github.patchwork4j.mbox.internal.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds the name of a file in the lines that tools other than git write around their diffs. */
public final class NoteNames {
    private static final String CANNOT_DISPLAY = "Cannot display: file marked as a binary type.";
    private static final String RCS_FILE = "RCS file: ";
    private static final int SHORTEST_ID = 7;

    private NoteNames() {}

    /**
     * Returns what stands behind the beginning of a line.
     *
     * @param line the line
     * @param keyword how it begins
     * @return the rest
     */
    public static Bytes behind(Bytes line, String keyword) {
        return line.slice(keyword.length(), line.length());
    }

    /**
     * Returns the name in a line like {@code Only in a/lib: x.c}.
     *
     * @param line the line
     * @return directory, slash and name; null if the line is something else
     */
    public static @Nullable Bytes onlyIn(Bytes line) {
        Bytes rest = behind(line, "Only in ");
        int colon = lastIndexOf(rest, ": ");
        if (colon < 0) {
            return null;
        }
        Bytes name = rest.slice(colon + 2, rest.length());
        return Bytes.of((rest.slice(0, colon).latin1() + "/" + name.latin1()).getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Returns the name in a line like {@code Submodule lib 1234567..89abcde:}.
     *
     * @param line the line
     * @return the name; null if no range of commits is in the line
     */
    public static @Nullable Bytes submodule(Bytes line) {
        Bytes rest = behind(line, "Submodule ");
        for (int at = rest.indexOf((byte) ' ', 0); at >= 0; at = rest.indexOf((byte) ' ', at + 1)) {
            int dots = pastId(rest, at + 1);
            int past = dots;
            while (past < rest.length() && rest.at(past) == '.') {
                past++;
            }
            boolean range = dots - at > SHORTEST_ID && past - dots >= 2 && pastId(rest, past) - past >= SHORTEST_ID;
            if (range
                    || rest.startsWith(" contains untracked content", at)
                    || rest.startsWith(" contains modified", at)) {
                return rest.slice(0, at);
            }
        }
        return null;
    }

    /**
     * Tells whether a line says that a file is binary.
     *
     * @param line the line
     * @return whether it does
     */
    public static boolean isBinary(Bytes line) {
        boolean pair = line.startsWith("Binary files ") || line.startsWith("Files ");
        boolean single = line.startsWith("Binary file ");
        return (pair && line.startsWith(" differ", line.length() - " differ".length()))
                || (single && line.startsWith(" has changed", line.length() - " has changed".length()))
                || (line.startsWith(CANNOT_DISPLAY) && line.length() == CANNOT_DISPLAY.length());
    }

    /**
     * Returns the name in a line that says that a file is binary.
     *
     * @param line the line
     * @return the new name if there are two, unless it is {@code /dev/null}; empty if there is none; null if the line is
     *     broken
     */
    public static @Nullable Bytes binary(Bytes line) {
        if (line.startsWith(CANNOT_DISPLAY)) {
            return Bytes.EMPTY;
        }
        if (line.startsWith("Binary file ")) {
            return line.slice("Binary file ".length(), line.length() - " has changed".length());
        }
        Bytes rest = behind(line, line.startsWith("Files ") ? "Files " : "Binary files ");
        int end = rest.length() - " differ".length();
        int and = indexOf(rest, " and ", 0);
        if (and < 0 || and + " and ".length() > end) {
            return null;
        }
        Bytes after = rest.slice(and + " and ".length(), end);
        return after.equals(Bytes.ofUtf8("/dev/null")) ? rest.slice(0, and) : after;
    }

    /**
     * Returns the name in a line before a diff that tells whose it is.
     *
     * @param line the line
     * @return the name; null if the line is no such line
     */
    public static @Nullable Bytes file(Bytes line) {
        if (line.startsWith("Index: ")) {
            return behind(line, "Index: ");
        }
        if (line.startsWith(RCS_FILE)) {
            boolean comma = line.startsWith(",v", line.length() - 2);
            return line.slice(RCS_FILE.length(), line.length() - (comma ? 2 : 0));
        }
        if (line.startsWith("==== ") && line.startsWith(" ====", line.length() - " ====".length())) {
            int hash = line.indexOf((byte) '#', 0);
            return hash < 0 ? null : line.slice("==== ".length(), hash);
        }
        if (line.startsWith("=== ") && line.startsWith("'", line.length() - 1)) {
            return lastQuoted(line);
        }
        return line.startsWith("diff -") && !line.startsWith("diff --") ? command(line) : null;
    }

    private static @Nullable Bytes lastQuoted(Bytes line) {
        int close = line.length() - 1;
        for (int at = close - 1; at > 0; at--) {
            if (line.at(at) == '\'') {
                boolean known = line.startsWith("=== modified ")
                        || line.startsWith("=== added ")
                        || line.startsWith("=== removed ")
                        || line.startsWith("=== renamed ");
                return known ? line.slice(at + 1, close) : null;
            }
        }
        return null;
    }

    /** Passes the options of a {@code diff} command, and the revisions behind Mercurial's; takes the last name. */
    private static @Nullable Bytes command(Bytes line) {
        int at = "diff ".length();
        boolean revisions = false;
        while (at < line.length() && line.at(at) == '-') {
            boolean revision = line.startsWith("-r ", at) && pastId(line, at + 3) - at - 3 >= SHORTEST_ID;
            revisions |= revision;
            int space = line.indexOf((byte) ' ', at + (revision ? 3 : 0));
            at = space < 0 ? line.length() : space + 1;
        }
        Bytes names = line.slice(at, line.length());
        int space = revisions ? -1 : lastIndexOf(names, " ");
        return names.isEmpty() ? null : names.slice(space + 1, names.length());
    }

    private static int pastId(Bytes bytes, int from) {
        int at = from;
        while (at < bytes.length() && Character.digit(bytes.at(at), 16) >= 0) {
            at++;
        }
        return at;
    }

    private static int indexOf(Bytes bytes, String wanted, int from) {
        for (int at = from; at <= bytes.length() - wanted.length(); at++) {
            if (bytes.startsWith(wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private static int lastIndexOf(Bytes bytes, String wanted) {
        for (int at = bytes.length() - wanted.length(); at >= 0; at--) {
            if (bytes.startsWith(wanted, at)) {
                return at;
            }
        }
        return -1;
    }
}
