package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts the value of a header into plain text and the encoded words of RFC 2047, where Python finds them. */
final class PythonWords {
    /** A word that is cut out and not decoded; without a charset it is plain text. */
    private record Word(
            String text, char encoding, @Nullable String charset) {
        boolean isEncoded() {
            return charset != null;
        }
    }

    /** Neighbouring words of one charset, decoded from their encoding. */
    record Run(Bytes bytes, @Nullable String charset) {}

    private PythonWords() {}

    /**
     * Cuts a value into its words and undoes their encodings.
     *
     * @param text the value with its folds
     * @return what is to be decoded, in its order; nothing if no word is encoded, or one of them is no base64
     */
    static List<Run> runs(String text) {
        List<Word> words = words(text);
        return words.stream().anyMatch(Word::isEncoded) ? joined(words) : List.of();
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
    private static List<Run> joined(List<Word> words) {
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
}
