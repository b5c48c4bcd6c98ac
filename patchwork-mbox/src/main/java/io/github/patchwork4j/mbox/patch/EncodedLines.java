package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.util.ArrayList;
import java.util.List;

/** Finds files that a text holds in uuencode or yEnc, which nobody decodes here. */
final class EncodedLines {
    private EncodedLines() {}

    static List<Diagnostic> find(Bytes mail) {
        List<Diagnostic> found = new ArrayList<>();
        int at = 0;
        while (at < mail.length()) {
            int end = Ascii.lineEnd(mail, at);
            if (mail.startsWith("=ybegin ", at)) {
                found.add(report(at, "yEnc"));
            } else if (mail.startsWith("begin ", at) && isUuencode(mail, at, end)) {
                found.add(report(at, "uuencode"));
            }
            at = end;
        }
        return found;
    }

    /** A mode, and a next line that is as long as its first character says. */
    private static boolean isUuencode(Bytes mail, int from, int to) {
        int at = from + "begin ".length();
        int digits = 0;
        while (at < to && mail.at(at) >= '0' && mail.at(at) <= '7') {
            at++;
            digits++;
        }
        boolean mode = (digits == 3 || digits == 4) && at < to && mail.at(at) == ' ';
        if (!mode || to == mail.length()) {
            return false;
        }
        int length = Ascii.trimEnd(mail.slice(to, Ascii.lineEnd(mail, to))).length();
        int count = (mail.at(to) - ' ') & 0x3f;
        return length == 1 + (count + 2) / 3 * 4;
    }

    private static Diagnostic report(int offset, String encoding) {
        return new Diagnostic(Diagnostic.Kind.MALFORMED_BODY, offset, "a file in " + encoding + " is not decoded");
    }
}
