package io.github.patchwork4j.mbox.internal;

import io.github.patchwork4j.mbox.Bytes;

/** Tells where the message of a patch mail ends, as git mailinfo does. */
public final class PatchBreak {
    private PatchBreak() {}

    /**
     * Tells whether a line is the first of a patch: of a diff, or three dashes with a name or with nothing behind them.
     *
     * @param line the line with its line end
     * @return whether the message ends before it
     */
    public static boolean is(Bytes line) {
        if (line.startsWith("diff -") || line.startsWith("Index: ")) {
            return true;
        }
        if (!line.startsWith("---") || line.length() < 4) {
            return false;
        }
        if (line.at(3) == ' ' && (line.length() == 4 || !Ascii.isSpace(line.at(4)))) {
            return true;
        }
        int at = 3;
        while (at < line.length() && line.at(at) != '\n' && Ascii.isSpace(line.at(at))) {
            at++;
        }
        return at < line.length() && line.at(at) == '\n';
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
