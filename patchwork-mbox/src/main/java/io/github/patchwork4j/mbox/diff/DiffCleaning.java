package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.diff.LineScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * Undoes what was done to a diff as a whole before it was sent: colours, quoting, indentation, escaped dashes.
 *
 * <p>Git reads none of these, so {@link Diff#parse(Bytes)} does not either; whoever expects them calls one of these methods
 * first. Offsets in the diff are then those of the cleaned text.
 */
public final class DiffCleaning {
    private static final byte ESCAPE = 0x1b;

    private DiffCleaning() {}

    /**
     * Takes off terminal colours: the control sequences of ECMA-48 that begin with ESC and an opening bracket.
     *
     * @param text a diff as {@code git diff --color} prints it
     * @return the text without them; the same object if there are none
     */
    public static Bytes withoutColours(Bytes text) {
        if (text.indexOf(ESCAPE, 0) < 0) {
            return text;
        }
        ByteSink plain = new ByteSink(text.length());
        int kept = 0;
        for (int at = text.indexOf(ESCAPE, 0); at >= 0; at = text.indexOf(ESCAPE, Math.max(at + 1, kept))) {
            int past = pastSequence(text, at);
            if (past > 0) {
                plain.write(text.slice(kept, at));
                kept = past;
            }
        }
        plain.write(text.slice(kept, text.length()));
        return plain.toBytes();
    }

    /**
     * Takes off the dash and the space that mails in digests (RFC 934) and signed texts (RFC 4880, section 7.1) have before
     * each line that begins with a dash.
     *
     * @param text the text
     * @return the text as it was; the same object if not all of its lines with a dash are escaped
     */
    public static Bytes withoutDashEscapes(Bytes text) {
        boolean escaped = false;
        ByteSink plain = new ByteSink(text.length());
        LineScanner lines = scanner(text);
        while (!lines.atEnd()) {
            int from = lines.position();
            boolean armour = lines.startsWith("-----");
            boolean dash = lines.startsWith("- ");
            if (lines.startsWith("-") && !dash && !armour) {
                return text;
            }
            escaped |= lines.startsWith("- -");
            lines.advance();
            int skipped = dash ? 2 : 0;
            plain.write(lines.array(), from + skipped, lines.position() - from - skipped);
        }
        return escaped ? plain.toBytes() : text;
    }

    /**
     * Finds diffs whose lines all stand behind the same signs: quoted in a reply, indented, or marked with {@code X} as in
     * old news.
     *
     * @param text a message
     * @return each diff without what is before its lines, in the order of the text; parse them one by one
     */
    public static List<Bytes> quotedDiffs(Bytes text) {
        List<Bytes> diffs = new ArrayList<>();
        LineScanner lines = scanner(text);
        while (!lines.atEnd()) {
            int length = prefixLength(lines);
            if (length > 0 && opensDiff(lines, length)) {
                Bytes prefix = Bytes.of(lines.array(), lines.position(), length);
                diffs.add(unquoted(lines, prefix));
            } else {
                lines.advance();
            }
        }
        return diffs;
    }

    private static LineScanner scanner(Bytes text) {
        return new LineScanner(text.array(), text.offset(), text.offset() + text.length());
    }

    /** Returns the index behind the control sequence that begins at an index, or -1 if it is none. */
    private static int pastSequence(Bytes text, int from) {
        if (!text.startsWith("[", from + 1)) {
            return -1;
        }
        int at = from + 2;
        while (at < text.length() && text.at(at) >= 0x20 && text.at(at) < 0x40) {
            at++;
        }
        return at < text.length() && text.at(at) >= 0x40 ? at + 1 : -1;
    }

    private static int prefixLength(LineScanner lines) {
        int at = lines.position();
        while (at < lines.end() && " \t>X".indexOf(lines.array()[at]) >= 0) {
            at++;
        }
        return at - lines.position();
    }

    private static boolean opensDiff(LineScanner lines, int length) {
        byte[] array = lines.array();
        int from = lines.position();
        int start = from + length;
        int end = lines.end();
        if (LineScanner.startsWith(array, start, end, "diff --git ")
                || LineScanner.startsWith(array, start, end, "Index: ")) {
            return true;
        }
        boolean unified = LineScanner.startsWith(array, start, end, "--- ");
        int next = lines.lineEnd() + 1;
        return (unified || LineScanner.startsWith(array, start, end, "*** "))
                && next + length <= end
                && Bytes.of(array, next, length).equals(Bytes.of(array, from, length))
                && LineScanner.startsWith(array, next + length, end, unified ? "+++ " : "--- ");
    }

    /** Takes the lines that have a prefix, or what is left of it where white space at the end of lines was cut off. */
    private static Bytes unquoted(LineScanner lines, Bytes prefix) {
        int trimmed = prefix.length();
        while (trimmed > 0 && (prefix.at(trimmed - 1) == ' ' || prefix.at(trimmed - 1) == '\t')) {
            trimmed--;
        }
        ByteSink diff = new ByteSink(256);
        while (!lines.atEnd()) {
            int from = lines.position();
            int length = lines.lineEnd() - from;
            int common = length >= prefix.length() ? prefix.length() : trimmed;
            boolean belongs = (common == prefix.length() || length == trimmed)
                    && Bytes.of(lines.array(), from, common).equals(prefix.slice(0, common));
            if (!belongs) {
                break;
            }
            lines.advance();
            diff.write(lines.array(), from + common, lines.position() - from - common);
        }
        return diff.toBytes();
    }
}
