package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a part says it is (RFC 2045, section 5); also reads other headers of that shape, such as Content-Disposition.
 *
 * @param type the type before the slash, in lower case, such as {@code text}
 * @param subtype what follows the slash, in lower case; empty if there is no slash
 * @param parameters the parameters by their lower-case names, the first of each name
 */
public record ContentType(String type, String subtype, Map<String, String> parameters) {
    /** What a part is that says nothing. */
    public static final ContentType TEXT_PLAIN = new ContentType("text", "plain", Map.of());

    /** What a part of a digest is that says nothing (RFC 2046, section 5.1.5). */
    static final ContentType MESSAGE = new ContentType("message", "rfc822", Map.of());

    /**
     * Makes a content type.
     *
     * @param type the type
     * @param subtype the subtype
     * @param parameters the parameters, copied
     */
    public ContentType {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads a header's value: quoted and bare parameters, odd spaces, and those that RFC 2231 continues ({@code name*0=}) or encodes
     * ({@code name*=}, {@code name*0*=}).
     *
     * @param value the unfolded value
     * @return what it says; whatever is there, nothing is thrown
     */
    public static ContentType parse(Bytes value) {
        int end = value.indexOf((byte) ';', 0);
        Bytes first = value.slice(0, end < 0 ? value.length() : end);
        int slash = first.indexOf((byte) '/', 0);
        String type = word(first.slice(0, slash < 0 ? first.length() : slash));
        String subtype = slash < 0 ? "" : word(first.slice(slash + 1, first.length()));
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = end;
        while (at >= 0 && at < value.length()) {
            at = parameter(value, at + 1, parameters);
        }
        return new ContentType(type, subtype, ContinuedParameters.joined(parameters));
    }

    private static String word(Bytes bytes) {
        return Ascii.trim(bytes).latin1().toLowerCase(Locale.ROOT);
    }

    /** Reads one parameter and returns the place of the semicolon behind it. */
    private static int parameter(Bytes value, int from, Map<String, String> parameters) {
        int at = from;
        while (at < value.length() && value.at(at) != '=' && value.at(at) != ';') {
            at++;
        }
        String name = word(value.slice(from, at));
        ByteSink text = new ByteSink(16);
        boolean quoted = false;
        if (at < value.length() && value.at(at) == '=') {
            at++;
            for (; at < value.length() && (quoted || value.at(at) != ';'); at++) {
                byte b = value.at(at);
                if (b == '"') {
                    quoted = !quoted;
                } else if (b == '\\' && quoted && at + 1 < value.length()) {
                    text.write(value.at(++at));
                } else {
                    text.write(b);
                }
            }
        }
        if (!name.isEmpty()) {
            parameters.putIfAbsent(name, EncodedWords.decode(Ascii.trim(text.toBytes()), 0, new ArrayList<>()));
        }
        return at;
    }

    /**
     * Returns a parameter.
     *
     * @param name its name, in lower case
     * @return its value, if there is one
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * Tells whether this is a type.
     *
     * @param wantedType the type, in lower case
     * @param wantedSubtype the subtype, in lower case
     * @return whether both are equal
     */
    public boolean is(String wantedType, String wantedSubtype) {
        return type.equals(wantedType) && subtype.equals(wantedSubtype);
    }
}
