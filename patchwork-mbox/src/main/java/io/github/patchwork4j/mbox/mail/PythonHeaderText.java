package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.python.PythonCharset;
import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the text of a header as a Patchwork server does, which decodes it with Python's {@code email.header} and makes one space of each
 * run of white space.
 *
 * <p>Python decodes all words of a header or none: where one of them cannot be decoded, the server takes all parts for bytes of an unknown
 * charset, in which each byte outside ASCII is U+FFFD. It puts a space between plain text and words where there is none.
 */
final class PythonHeaderText {
    private static final String UNKNOWN = "unknown-8bit";
    private static final String ASCII = "us-ascii";

    /** Text whose charset is known. */
    private record Chunk(String text, String charset) {}

    private PythonHeaderText() {}

    /** The words of a header's value, with one space between them and without NULs. */
    static String of(Bytes value) {
        String text = value(value);
        return PythonText.normalized((value.isAscii() ? decoded(text) : text).replace("\0", ""));
    }

    /** The value with its folds, without the white space at its beginning and the line end behind it. */
    static String value(Bytes value) {
        int from = 0;
        int to = value.length();
        while (from < to && (value.at(from) == ' ' || value.at(from) == '\t')) {
            from++;
        }
        while (to > from && value.at(to - 1) == '\n') {
            to--;
        }
        String text = value.slice(from, to).latin1();
        return value.isAscii() ? text : replaced(text);
    }

    private static String replaced(String latin1) {
        StringBuilder out = new StringBuilder(latin1.length());
        for (int i = 0; i < latin1.length(); i++) {
            out.append(latin1.charAt(i) > 127 ? '\ufffd' : latin1.charAt(i));
        }
        return out.toString();
    }

    private static String decoded(String text) {
        List<PythonWords.Run> runs = PythonWords.runs(text);
        if (runs.isEmpty()) {
            return text;
        }
        List<Chunk> chunks = new ArrayList<>();
        for (PythonWords.Run run : runs) {
            Optional<Chunk> chunk = chunk(run);
            if (chunk.isEmpty()) {
                return ofUnknown(runs);
            }
            chunks.add(chunk.get());
        }
        return joined(merged(chunks));
    }

    private static String ofUnknown(List<PythonWords.Run> runs) {
        List<Chunk> chunks = runs.stream()
                .map(run -> new Chunk(replaced(run.bytes().latin1()), UNKNOWN))
                .toList();
        return joined(merged(chunks));
    }

    private static Optional<Chunk> chunk(PythonWords.Run run) {
        String declared = run.charset();
        String charset = declared == null ? ASCII : alias(declared);
        if (charset.equals(UNKNOWN)) {
            return Optional.of(new Chunk(replaced(run.bytes().latin1()), UNKNOWN));
        }
        return PythonCharset.find(charset.isEmpty() ? ASCII : charset)
                .flatMap(known -> known.decode(run.bytes()))
                .filter(text -> isWritable(text, charset))
                .map(text -> new Chunk(text, charset));
    }

    private static String alias(String charset) {
        return switch (charset) {
            case "ascii" -> ASCII;
            case "latin_1", "latin-1" -> "iso-8859-1";
            case "latin_2", "latin-2" -> "iso-8859-2";
            case "latin_3", "latin-3" -> "iso-8859-3";
            case "latin_4", "latin-4" -> "iso-8859-4";
            case "latin_5", "latin-5" -> "iso-8859-9";
            case "latin_6", "latin-6" -> "iso-8859-10";
            case "latin_7", "latin-7" -> "iso-8859-13";
            case "latin_8", "latin-8" -> "iso-8859-14";
            case "latin_9", "latin-9" -> "iso-8859-15";
            case "latin_10", "latin-10" -> "iso-8859-16";
            case "cp949" -> "ks_c_5601-1987";
            case "euc_jp" -> "euc-jp";
            case "euc_kr" -> "euc-kr";
            default -> charset;
        };
    }

    /** Python wants to be able to write what it reads, and writes Japanese in a charset without half-width letters. */
    private static boolean isWritable(String text, String charset) {
        return !Set.of("shift_jis", "euc-jp").contains(charset)
                || (text.chars().noneMatch(c -> c >= '\uff61' && c <= '\uff9f')
                        && Charset.forName("ISO-2022-JP").newEncoder().canEncode(text));
    }

    private static List<Chunk> merged(List<Chunk> chunks) {
        List<Chunk> merged = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chunks.size(); i++) {
            String charset = chunks.get(i).charset();
            text.append(chunks.get(i).text());
            if (i + 1 < chunks.size() && chunks.get(i + 1).charset().equals(charset)) {
                text.append(' ');
            } else {
                merged.add(new Chunk(text.toString(), charset));
                text.setLength(0);
            }
        }
        return merged;
    }

    private static String joined(List<Chunk> chunks) {
        StringBuilder text = new StringBuilder();
        boolean begun = false;
        boolean plainBefore = true;
        boolean spaceBefore = false;
        for (Chunk chunk : chunks) {
            String next = chunk.text();
            boolean plain = chunk.charset().equals(ASCII);
            boolean spaced = plain ? !next.isEmpty() && separates(next.charAt(0)) : spaceBefore;
            if (begun && plain != plainBefore && !spaced) {
                text.append(' ');
            }
            spaceBefore = !next.isEmpty() && separates(next.charAt(next.length() - 1));
            plainBefore = plain;
            begun = true;
            text.append(next);
        }
        return text.toString();
    }

    private static boolean separates(char c) {
        return PythonText.isSpace(c) || c == '(' || c == ')' || c == '\\';
    }
}
