package io.github.patchwork4j.mbox.internal;

import io.github.patchwork4j.mbox.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds charsets by the names that mails use, and decodes strictly or by guessing. */
public final class Charsets {
    /** What a text without a known charset is tried with, in this order (Patchwork's list). */
    private static final List<Charset> GUESSES =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

    private static final int MAX_NAME = 40;

    /** Names that mailers use, and the library that converts for git knows, but Java does not. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("latin-1", "iso-8859-1"),
            Map.entry("koi8r", "koi8-r"),
            Map.entry("koi8u", "koi8-u"),
            Map.entry("big-5", "big5"),
            Map.entry("cn-big5", "big5"),
            Map.entry("cn-gb", "gb2312"),
            Map.entry("uhc", "x-windows-949"),
            Map.entry("ujis", "euc-jp"),
            Map.entry("sjis-win", "windows-31j"),
            Map.entry("mac", "x-macroman"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("mac-cyrillic", "x-maccyrillic"));

    /** {@code iso88591} is meant to be {@code iso-8859-1}, and so on. */
    private static final String ISO_8859 = "iso8859";

    private Charsets() {}

    /**
     * Finds a charset. The name is checked before Java's providers see it, because it comes from anybody.
     *
     * @param name the name, perhaps with a language suffix ({@code utf-8*en}, RFC 2231, section 5)
     * @return the charset, or empty if Java does not know it
     */
    public static Optional<Charset> find(String name) {
        int star = name.indexOf('*');
        String plain = (star < 0 ? name : name.substring(0, star)).strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > MAX_NAME || !isName(plain)) {
            return Optional.empty();
        }
        if (plain.equals("iso-8859-8-i") || plain.equals("iso-8859-8-e")) {
            return find("iso-8859-8");
        }
        String known = ALIASES.getOrDefault(plain, plain);
        if (plain.startsWith(ISO_8859) && plain.length() > ISO_8859.length()) {
            String number = plain.substring(ISO_8859.length());
            known = "iso-8859" + (number.startsWith("-") ? "" : "-") + number;
        }
        return Charset.isSupported(known) ? Optional.of(Charset.forName(known)) : Optional.empty();
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean inside = c == '-' || c == '_' || c == '.' || c == ':' || c == '+';
            if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && (!inside || i == 0)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Decodes without replacing anything.
     *
     * @param bytes the bytes
     * @param charset the charset
     * @return the text, or empty if a byte is not in that charset
     */
    public static Optional<String> strict(Bytes bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8) && bytes.isAscii()) {
            return Optional.of(bytes.latin1());
        }
        // Java does not mind eight bits where there are seven.
        if (charset.name().startsWith("ISO-2022-") && !bytes.isAscii()) {
            return Optional.empty();
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length()))
                    .toString());
        } catch (CharacterCodingException notInThatCharset) {
            return Optional.empty();
        }
    }

    /**
     * Decodes with the first of UTF-8, windows-1252 and ISO-8859-1 that has all of the bytes; the last one has.
     *
     * @param bytes the bytes
     * @return the text
     */
    public static String guess(Bytes bytes) {
        for (Charset guess : GUESSES) {
            Optional<String> text = strict(bytes, guess);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return bytes.latin1();
    }
}
