package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.util.Optional;

/**
 * What git calls a patch, taken apart once more.
 *
 * @param notes what stands between the line {@code ---} and the diff
 * @param diff all from the first file's header on; empty if there is no file
 */
record GitDiff(String notes, Optional<Bytes> diff) {
    static GitDiff of(Bytes patch) {
        int start = start(patch);
        Bytes rest = patch.slice(start, patch.length());
        return new GitDiff(
                withoutDashes(patch.slice(0, start).utf8()), rest.isEmpty() ? Optional.empty() : Optional.of(rest));
    }

    private static int start(Bytes patch) {
        int at = 0;
        while (at < patch.length()) {
            int end = Ascii.lineEnd(patch, at);
            boolean names = patch.startsWith("--- ", at) && patch.startsWith("+++ ", end);
            if (names || patch.startsWith("diff -", at) || patch.startsWith("Index: ", at)) {
                return at;
            }
            at = end;
        }
        return patch.length();
    }

    private static String withoutDashes(String text) {
        int end = PythonText.lineEnd(text, 0);
        return text.substring(0, end).strip().equals("---") ? text.substring(Math.min(end + 1, text.length())) : text;
    }
}
