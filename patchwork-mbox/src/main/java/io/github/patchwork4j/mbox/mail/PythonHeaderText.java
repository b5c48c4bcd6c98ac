package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.python.PythonCharset;
import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** A word that is cut out and not decoded; without a charset it is plain text. */
    private record Word(
            String text, char encoding, @Nullable String charset) {
        boolean isEncoded() {
            return charset != null;
        }
    }

    /** Neighbouring words of one charset, decoded from their encoding. */
    private record Run(Bytes bytes, @Nullable String charset) {}

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
        List<Word> words = words(text);
        if (words.stream().noneMatch(Word::isEncoded)) {
            return text;
        }
        List<Run> runs = runs(words);
        if (runs.isEmpty()) {
            return text;
        }
        List<Chunk> chunks = new ArrayList<>();
        for (Run run : runs) {
            Optional<Chunk> chunk = chunk(run);
            if (chunk.isEmpty()) {
                return ofUnknown(runs);
            }
            chunks.add(chunk.get());
        }
        return joined(merged(chunks));
    }

    private static String ofUnknown(List<Run> runs) {
        List<Chunk> chunks = runs.stream()
                .map(run -> new Chunk(replaced(run.bytes().latin1()), UNKNOWN))
                .toList();
        return joined(merged(chunks));
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !endsLine(text.charAt(end))) {
                end++;
            }
            line(text.substring(at, end), words);
            at = end + 1;
        }
        return withoutSpaces(words);
    }

    private static boolean endsLine(char c) {
        return (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e);
    }

    private static void line(String line, List<Word> words) {
        int plain = 0;
        boolean first = true;
        int noEnd = line.length();
        int at = line.indexOf("=?");
        while (at >= 0) {
            int charsetEnd = line.indexOf('?', at + 2);
            int data = charsetEnd + 3;
            if (charsetEnd < 0 || data >= noEnd) {
                break;
            }
            char encoding = Character.toLowerCase(line.charAt(charsetEnd + 1));
            if (line.charAt(data - 1) != '?' || (encoding != 'q' && encoding != 'b')) {
                at = line.indexOf("=?", at + 1);
                continue;
            }
            int end = line.indexOf("?=", data);
            if (end < 0) {
                break;
            }
            addPlain(line.substring(plain, at), first, words);
            first = false;
            String charset = line.substring(at + 2, charsetEnd).toLowerCase(Locale.ROOT);
            words.add(new Word(line.substring(data, end), encoding, charset));
            plain = end + 2;
            at = line.indexOf("=?", plain);
        }
        addPlain(line.substring(plain), first, words);
    }

    private static void addPlain(String text, boolean first, List<Word> words) {
        int from = 0;
        while (first && from < text.length() && PythonText.isSpace(text.charAt(from))) {
            from++;
        }
        if (from < text.length()) {
            words.add(new Word(text.substring(from), ' ', null));
        }
    }

    /** Drops white space between encoded words; as it happens also an encoded word of nothing but white space. */
    private static List<Word> withoutSpaces(List<Word> words) {
        List<Word> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean between = i > 0
                    && i + 1 < words.size()
                    && words.get(i - 1).isEncoded()
                    && words.get(i + 1).isEncoded();
            if (!between
                    || word.text().isEmpty()
                    || !PythonText.strip(word.text()).isEmpty()) {
                kept.add(word);
            }
        }
        return kept;
    }

    /** Undoes the encodings and joins neighbours; nothing if one of the words is no base64. */
    private static List<Run> runs(List<Word> words) {
        List<Run> runs = new ArrayList<>();
        ByteSink bytes = new ByteSink(64);
        Word before = null;
        for (Word word : words) {
            Optional<Bytes> decoded = word.isEncoded()
                    ? word.encoding() == 'q' ? Optional.of(q(word.text())) : base64(word.text())
                    : Optional.of(Bytes.of(word.text().getBytes(StandardCharsets.ISO_8859_1)));
            if (decoded.isEmpty()) {
                return List.of();
            }
            if (before != null) {
                String charset = before.charset();
                if (charset == null ? word.isEncoded() : !charset.equals(word.charset())) {
                    runs.add(new Run(bytes.toBytes(), charset));
                    bytes.reset();
                } else if (charset == null) {
                    bytes.write(' ');
                }
            }
            bytes.write(decoded.get());
            before = word;
        }
        if (before != null) {
            runs.add(new Run(bytes.toBytes(), before.charset()));
        }
        return runs;
    }

    private static Bytes q(String text) {
        ByteSink out = new ByteSink(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int high = c == '=' && at + 2 < text.length() ? Ascii.hex(text.charAt(at + 1)) : -1;
            int low = high < 0 ? -1 : Ascii.hex(text.charAt(at + 2));
            if (low < 0) {
                out.write(c == '_' ? ' ' : c);
            } else {
                out.write(high << 4 | low);
                at += 2;
            }
        }
        return out.toBytes();
    }

    /** The padding is made up to a multiple of four characters, whatever they are, and then has to fit. */
    private static Optional<Bytes> base64(String text) {
        String padded = text + "=".repeat((4 - text.length() % 4) % 4);
        ByteSink out = new ByteSink(padded.length());
        int held = 0;
        int digits = 0;
        int padding = 0;
        for (int at = 0; at < padded.length(); at++) {
            int value = Ascii.base64(padded.charAt(at));
            if (value >= 0) {
                padding = 0;
                held = (held << 6 | value) & 0xffff;
                digits = (digits + 1) % 4;
                if (digits != 1) {
                    out.write(held >> (digits == 0 ? 0 : 6 - 2 * (digits - 1)));
                }
            } else if (padded.charAt(at) == '=' && digits >= 2 && digits + ++padding >= 4) {
                return Optional.of(out.toBytes());
            }
        }
        return digits == 0 ? Optional.of(out.toBytes()) : Optional.empty();
    }

    private static Optional<Chunk> chunk(Run run) {
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
