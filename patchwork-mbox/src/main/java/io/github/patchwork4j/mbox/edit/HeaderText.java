package io.github.patchwork4j.mbox.edit;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.MailAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes headers: what is not ASCII in encoded words (RFC 2047), long lines folded; never more than one header. */
final class HeaderText {
    private static final Set<String> ADDRESSES = Set.of(
            "from", "to", "cc", "bcc", "reply-to", "sender", "resent-from", "resent-to", "resent-cc", "resent-bcc");

    /** Headers of a form that has no place for encoded words. */
    private static final Set<String> STRUCTURED = Set.of(
            "message-id",
            "in-reply-to",
            "references",
            "date",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "content-length");

    /** As long as a line may be that has an encoded word (RFC 2047, section 2), less one for the space that folds it. */
    private static final int LINE = 75;

    private static final String WORD_START = "=?UTF-8?Q?";
    private static final String WORD_END = "?=";
    private static final int WORD_ROOM = 75 - WORD_START.length() - WORD_END.length();

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private HeaderText() {}

    /**
     * Writes a header.
     *
     * @throws IllegalArgumentException if the name is no header's name, or the value would not stay one header
     */
    static Bytes of(String name, String value, String lineEnd) {
        checkName(name);
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException(
                    "value of a header must be one line without NUL: " + name + ": " + value);
        }
        return Bytes.ofUtf8(folded(name + ": " + encoded(name, value.strip()), lineEnd) + lineEnd);
    }

    static void checkName(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c >= 127 || c == ':')) {
            throw new IllegalArgumentException(
                    "name of a header must be printable ASCII without a colon: \"" + name + "\"");
        }
    }

    private static String encoded(String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        if (!needsWords(value)) {
            return value;
        }
        if (STRUCTURED.contains(key)) {
            throw new IllegalArgumentException(name + " must be ASCII: " + value);
        }
        return ADDRESSES.contains(key) ? addresses(name, value) : words(value, name.length() + 2);
    }

    /** Whether a text is not what a reader would take it for: not ASCII, with control characters, or like an encoded word. */
    private static boolean needsWords(String text) {
        return text.contains("=?") || text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c >= 127);
    }

    private static String addresses(String name, String value) {
        List<String> written = new ArrayList<>();
        for (MailAddress address : MailAddress.parseList(Bytes.ofUtf8(value))) {
            if (needsWords(address.email())) {
                throw new IllegalArgumentException(name + " must have ASCII addresses: " + value);
            }
            String person = needsWords(address.name()) ? words(address.name(), 0) : quoted(address.name());
            written.add(person.isEmpty() ? address.email() : person + " <" + address.email() + ">");
        }
        return String.join(", ", written);
    }

    private static String quoted(String name) {
        if (name.chars().noneMatch(c -> "()<>[]:;@\\,.\"".indexOf(c) >= 0)) {
            return name;
        }
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Encodes from the first word of a text that needs it to the last. */
    private static String words(String text, int column) {
        int from = -1;
        int to = -1;
        int at = 0;
        for (String word : text.split(" ", -1)) {
            if (needsWords(word)) {
                from = from < 0 ? at : from;
                to = at + word.length();
            }
            at += word.length() + 1;
        }
        return from < 0
                ? text
                : text.substring(0, from) + encodedWords(text.substring(from, to), column + from) + text.substring(to);
    }

    /** Encodes a text in words that each hold whole characters, with the safe letters of a phrase (RFC 2047, section 5). */
    private static String encodedWords(String text, int column) {
        StringBuilder out = new StringBuilder(WORD_START);
        // The first one has less room behind what stands before it; a later one can begin a line.
        int used = Math.min(column, WORD_ROOM / 2);
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            String piece = encodedCharacter(character);
            if (used + piece.length() > WORD_ROOM) {
                out.append(WORD_END).append(' ').append(WORD_START);
                used = 0;
            }
            out.append(piece);
            used += piece.length();
            i += Character.charCount(character);
        }
        return out.append(WORD_END).toString();
    }

    private static String encodedCharacter(int character) {
        boolean letter = (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "!*+-/".indexOf(character) >= 0;
        if (letter) {
            return Character.toString(character);
        }
        if (character == ' ') {
            return "_";
        }
        StringBuilder out = new StringBuilder();
        // A lone surrogate has no bytes of its own in UTF-8.
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            out.append('=').append(HEX.toHexDigits(b));
        }
        return out.toString();
    }

    /** Breaks a long line before single words, so that the reader gets the same spaces back. */
    private static String folded(String line, String lineEnd) {
        StringBuilder out = new StringBuilder(line.length() + 16);
        int lineStart = 0;
        int breakAt = -1;
        int nameEnd = line.indexOf(':') + 2;
        for (int i = nameEnd; i < line.length(); i++) {
            if (i - lineStart >= LINE && breakAt > 0) {
                out.append(line, lineStart, breakAt).append(lineEnd);
                lineStart = breakAt;
                breakAt = -1;
            }
            boolean space = line.charAt(i) == ' ' && line.charAt(i - 1) != ' ' && i > nameEnd;
            breakAt = space ? i : breakAt;
        }
        if (line.length() - lineStart > LINE && breakAt > 0) {
            out.append(line, lineStart, breakAt).append(lineEnd);
            lineStart = breakAt;
        }
        return out.append(line, lineStart, line.length()).toString();
    }
}
