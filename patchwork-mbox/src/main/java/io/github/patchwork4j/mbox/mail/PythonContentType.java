package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.python.PythonCharset;
import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads Content-Type as Python does: one slash or it is plain text, and quotes count only around a whole value. */
final class PythonContentType {
    /** A piece of a parameter that is continued or encoded (RFC 2231); a number of -1 if it has none. */
    private record Piece(int number, String value, boolean encoded) {}

    private final Map<String, String> plain = new LinkedHashMap<>();
    private final Map<String, List<Piece>> pieces = new LinkedHashMap<>();

    private PythonContentType() {}

    static ContentType of(MailHeaders headers, ContentType fallback) {
        return headers.first("Content-Type")
                .map(header -> read(PythonHeaderText.value(header.afterColon())))
                .orElse(fallback);
    }

    private static ContentType read(String value) {
        int end = value.indexOf(';');
        String type =
                PythonText.strip(end < 0 ? value : value.substring(0, end)).toLowerCase(Locale.ROOT);
        int slash = type.indexOf('/');
        PythonContentType reader = new PythonContentType();
        reader.parameters(value);
        boolean known = slash >= 0 && type.indexOf('/', slash + 1) < 0;
        return new ContentType(
                known ? type.substring(0, slash) : "text",
                known ? type.substring(slash + 1) : "plain",
                reader.joined());
    }

    /** Splits at semicolons that have an even number of quotes before them, counted from the last such semicolon. */
    private void parameters(String value) {
        int start = 0;
        int quotes = 0;
        for (int i = 0; i <= value.length(); i++) {
            boolean ends = i == value.length();
            char c = ends ? ';' : value.charAt(i);
            if (c == '"') {
                // A quote behind a backslash does not count.
                quotes += i > start && value.charAt(i - 1) == '\\' ? 0 : 1;
            } else if (ends || (c == ';' && quotes % 2 == 0)) {
                parameter(value.substring(start, i), start == 0);
                start = i + 1;
                quotes = 0;
            }
        }
    }

    private void parameter(String text, boolean first) {
        int equals = text.indexOf('=');
        String name = PythonText.strip(equals < 0 ? text : text.substring(0, equals));
        String value = equals < 0 ? "" : PythonText.strip(text.substring(equals + 1));
        String lower = equals < 0 ? name : name.toLowerCase(Locale.ROOT);
        int star = first ? -1 : star(lower);
        if (star < 0) {
            plain.putIfAbsent(lower.toLowerCase(Locale.ROOT), unquoted(value));
            return;
        }
        int end = star + 1;
        while (end < lower.length() && lower.charAt(end) >= '0' && lower.charAt(end) <= '9' && end - star < 9) {
            end++;
        }
        int number = end == star + 1 ? -1 : Integer.parseInt(lower.substring(star + 1, end));
        pieces.computeIfAbsent(lower.substring(0, star), name1 -> new ArrayList<>())
                .add(new Piece(number, unquoted(value), lower.endsWith("*")));
    }

    /** The star behind the letters that begin a name; -1 if there is none. */
    private static int star(String name) {
        int at = 0;
        while (at < name.length() && (Character.isLetterOrDigit(name.charAt(at)) || name.charAt(at) == '_')) {
            if (name.charAt(at) > 127) {
                return -1;
            }
            at++;
        }
        return at > 0 && at < name.length() && name.charAt(at) == '*' ? at : -1;
    }

    static String unquoted(String text) {
        if (text.length() < 2) {
            return text;
        }
        String inside = text.substring(1, text.length() - 1);
        if (text.startsWith("\"") && text.endsWith("\"")) {
            return inside.replace("\\\\", "\\").replace("\\\"", "\"");
        }
        return text.startsWith("<") && text.endsWith(">") ? inside : text;
    }

    private Map<String, String> joined() {
        Map<String, String> all = new LinkedHashMap<>(plain);
        pieces.forEach((name, list) -> all.putIfAbsent(name, joined(list)));
        // Python takes quotes or brackets off a boundary twice.
        all.computeIfPresent("boundary", (name, value) -> withoutSpaceAtEnd(unquoted(value)));
        return all;
    }

    private static String withoutSpaceAtEnd(String text) {
        int end = text.length();
        while (end > 0 && PythonText.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String joined(List<Piece> pieces) {
        List<Piece> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingInt(Piece::number).thenComparing(Piece::value));
        StringBuilder text = new StringBuilder();
        boolean extended = false;
        for (Piece piece : sorted) {
            text.append(piece.encoded() ? withoutPercents(piece.value()) : piece.value());
            extended |= piece.encoded();
        }
        String value = text.toString();
        int charsetEnd = value.indexOf('\'');
        int languageEnd = value.indexOf('\'', charsetEnd + 1);
        if (!extended || charsetEnd < 0 || languageEnd < 0) {
            return value;
        }
        String charset = charsetEnd == 0 ? "us-ascii" : value.substring(0, charsetEnd);
        String encoded = value.substring(languageEnd + 1);
        Optional<String> decoded = PythonCharset.find(charset)
                .flatMap(known -> known.decode(Bytes.of(encoded.getBytes(StandardCharsets.ISO_8859_1))));
        return decoded.orElse(encoded);
    }

    private static String withoutPercents(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int high = c == '%' && at + 2 < text.length() ? hex(text.charAt(at + 1)) : -1;
            int low = high < 0 ? -1 : hex(text.charAt(at + 2));
            if (low < 0) {
                out.append(c);
            } else {
                out.append((char) (high << 4 | low));
                at += 2;
            }
        }
        return out.toString();
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
