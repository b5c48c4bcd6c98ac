package io.github.patchwork4j.mbox.internal;

import io.github.patchwork4j.mbox.Bytes;

/** Tells where the message of a patch mail ends, as git mailinfo does. */
public final class PatchBreak {
    private PatchBreak() {}

    /**
     * Tells whether a line is the first of a patch: of a diff, or three dashes with a name or with nothing behind them.
     *
     * @param line the line, with or without its line end
     * @return whether the message ends before it
     */
    public static boolean is(Bytes line) {
        if (line.startsWith("diff -") || line.startsWith("Index: ")) {
            return true;
        }
        if (!line.startsWith("---") || line.length() < 4) {
            return false;
        }
        boolean named = line.length() > 4 && line.at(3) == ' ' && !isGitSpace(line.at(4));
        return named || Ascii.trimEnd(line).length() == 3;
    }

    /** White space as git sees it: vertical tab and form feed are none. */
    private static boolean isGitSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /**
     * Finds the first line of a patch.
     *
     * @param text a message, perhaps with a patch
     * @return where the patch begins; the length if there is none
     */
    public static int find(Bytes text) {
        int at = 0;
        while (at < text.length()) {
            int end = Ascii.lineEnd(text, at);
            if (is(text.slice(at, end))) {
                return at;
            }
            at = end;
        }
        return at;
    }
}
