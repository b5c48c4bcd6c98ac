package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a path of a diff may be used below a directory, on any file system; a later version may add more verdicts.
 *
 * <p>The rules are git's for what may be checked out, with those for NTFS and HFS+ always on. A path may be parsed,
 * shown and counted whatever its verdict. Symbolic links are not followed here: whoever writes files must see to it
 * that no part of a safe path leads through one.
 */
public enum PathSafety {
    /** Nothing speaks against it. */
    SAFE,
    /** There is no name, or an empty one between two slashes or at the end. */
    EMPTY,
    /** It begins with a slash or a backslash. */
    ABSOLUTE,
    /** One of its parts is {@code .} or {@code ..}. */
    TRAVERSAL,
    /** One of its parts is {@code .git} or what a file system takes for it, such as {@code GIT~1} or {@code .git .}. */
    DOT_GIT,
    /** It has a colon, which stands behind drive letters and before NTFS streams. */
    COLON,
    /** It has a backslash, which Windows takes for a slash. */
    BACKSLASH,
    /** It has a control character, among them NUL. */
    CONTROL_CHARACTER,
    /**
     * It has a character that is not seen but changes how the rest is seen, such as those that turn the direction of text
     * (Unicode's bidirectional controls) or have no width.
     */
    HIDDEN_CHARACTER,
    /** It is a symbolic link that git would read its own settings through, {@code .gitmodules} or the like. */
    GIT_FILE_AS_LINK,
    /** One of its parts ends with a dot or a space, which Windows drops. */
    TRAILING_DOT_OR_SPACE,
    /** One of its parts is the name of a device on Windows, such as {@code NUL} or {@code com1.txt}. */
    DEVICE_NAME;

    /** Code points that HFS+ drops from names, so that a name with them in it may become {@code .git}. */
    private static final String DROPPED_BY_HFS =
            "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u206a\u206b\u206c\u206d\u206e\u206f\ufeff";

    /**
     * Returns all that speaks against a path, where {@link DiffPath#safety()} tells what it finds first.
     *
     * @param path the path
     * @return the verdicts that fit; none if the path is {@link #SAFE}
     */
    public static Set<PathSafety> concerns(Bytes path) {
        Set<PathSafety> concerns = EnumSet.noneOf(PathSafety.class);
        int from = 0;
        for (int i = 0; i <= path.length(); i++) {
            byte b = i == path.length() ? (byte) '/' : path.at(i);
            if ((b >= 0 && b < ' ') || b == 0x7f) {
                concerns.add(CONTROL_CHARACTER);
            } else if (b == ':' || b == '\\') {
                concerns.add(b == ':' ? COLON : BACKSLASH);
            } else if (b == '/') {
                concerns.add(ofPart(path.slice(from, i).utf8()));
                from = i + 1;
            }
        }
        if (!path.isEmpty() && (path.at(0) == '/' || path.at(0) == '\\')) {
            concerns.add(ABSOLUTE);
        }
        concerns.remove(SAFE);
        return concerns;
    }

    /** Returns the first verdict that fits a path, in the order of its parts. */
    static PathSafety of(byte[] path) {
        if (path.length == 0) {
            return EMPTY;
        }
        if (path[0] == '/' || path[0] == '\\') {
            return ABSOLUTE;
        }
        for (byte b : path) {
            if ((b >= 0 && b < ' ') || b == 0x7f) {
                return CONTROL_CHARACTER;
            }
            if (b == ':' || b == '\\') {
                return b == ':' ? COLON : BACKSLASH;
            }
        }
        int from = 0;
        for (int i = 0; i <= path.length; i++) {
            if (i == path.length || path[i] == '/') {
                PathSafety verdict = ofPart(new String(path, from, i - from, StandardCharsets.UTF_8));
                if (verdict != SAFE) {
                    return verdict;
                }
                from = i + 1;
            }
        }
        return SAFE;
    }

    private static PathSafety ofPart(String part) {
        if (part.isEmpty()) {
            return EMPTY;
        }
        if (part.equals(".") || part.equals("..")) {
            return TRAVERSAL;
        }
        String seen = asFileSystemsSeeIt(part);
        if (seen.equals(".git") || seen.equals("git~1")) {
            return DOT_GIT;
        }
        char last = part.charAt(part.length() - 1);
        if (last == '.' || last == ' ') {
            return TRAILING_DOT_OR_SPACE;
        }
        if (part.codePoints().anyMatch(DisplayText::isHidden)) {
            return HIDDEN_CHARACTER;
        }
        return isDevice(seen) ? DEVICE_NAME : SAFE;
    }

    /** Tells whether the last part is a file that git refuses to read through a symbolic link. */
    static boolean isGitFile(byte[] path) {
        int from = path.length;
        while (from > 0 && path[from - 1] != '/') {
            from--;
        }
        String name = asFileSystemsSeeIt(new String(path, from, path.length - from, StandardCharsets.UTF_8));
        return name.equals(".gitmodules") || name.equals("gitmod~1") || name.startsWith("gi7eba~");
    }

    private static String asFileSystemsSeeIt(String part) {
        StringBuilder seen = new StringBuilder(part.length());
        part.chars().filter(c -> DROPPED_BY_HFS.indexOf(c) < 0).forEach(c -> seen.append((char) c));
        int length = seen.length();
        while (length > 0 && (seen.charAt(length - 1) == '.' || seen.charAt(length - 1) == ' ')) {
            length--;
        }
        return seen.substring(0, length).toLowerCase(Locale.ROOT);
    }

    private static boolean isDevice(String lowerCase) {
        int dot = lowerCase.indexOf('.');
        String stem = (dot < 0 ? lowerCase : lowerCase.substring(0, dot)).strip();
        return switch (stem) {
            case "con", "prn", "aux", "nul", "conin$", "conout$" -> true;
            default ->
                stem.length() == 4
                        && (stem.startsWith("com") || stem.startsWith("lpt"))
                        && stem.charAt(3) >= '1'
                        && stem.charAt(3) <= '9';
        };
    }
}
