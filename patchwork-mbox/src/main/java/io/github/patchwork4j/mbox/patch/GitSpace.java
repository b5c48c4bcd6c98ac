package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.Ascii;

/** White space as git sees it: vertical tab and form feed are none. */
final class GitSpace {
    private GitSpace() {}

    static boolean is(int c) {
        return Ascii.isSpace(c);
    }

    /** Makes each run of white space one space, also at both ends. */
    static String squeezed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean inSpace = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = is(text.charAt(i));
            if (!space || !inSpace) {
                out.append(space ? ' ' : text.charAt(i));
            }
            inSpace = space;
        }
        return out.toString();
    }

    static String trimmed(String text) {
        int to = text.length();
        while (to > 0 && is(text.charAt(to - 1))) {
            to--;
        }
        return trimmedStart(text.substring(0, to));
    }

    static String trimmedStart(String text) {
        int from = 0;
        while (from < text.length() && is(text.charAt(from))) {
            from++;
        }
        return text.substring(from);
    }
}
