package io.github.patchwork4j.testing.internal.body;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a Content-Type header, or of one that is written alike.
 *
 * @param type the first word, in small letters
 * @param parameters what follows, names in small letters
 */
record MediaType(String type, Map<String, String> parameters) {

    static MediaType parse(String header) {
        String[] parts = header.split(";", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                parameters.put(
                        parts[i].substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquoted(parts[i].substring(equals + 1).strip()));
            }
        }
        return new MediaType(parts[0].strip().toLowerCase(Locale.ROOT), parameters);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** Tells whether what was sent may be of a type; stars in it stand for anything. */
    boolean mayBe(String other) {
        int slash = type.indexOf('/');
        int otherSlash = other.indexOf('/');
        return slash >= 0
                && isAnyOr(type.substring(0, slash), other.substring(0, otherSlash))
                && isAnyOr(type.substring(slash + 1), other.substring(otherSlash + 1));
    }

    private static boolean isAnyOr(String word, String other) {
        return word.equals("*") || word.equals(other);
    }

    /** Returns the charset that is named, which Python lets hyphens part anywhere; one that nobody knows counts as UTF-8. */
    Charset charset() {
        String name = parameter("charset");
        if (name == null) {
            return StandardCharsets.UTF_8;
        }
        String joined = name.replace("-", "").replace("_", "");
        return isCharset(name)
                ? Charset.forName(name)
                : isCharset(joined) ? Charset.forName(joined) : StandardCharsets.UTF_8;
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException odd) {
            return false;
        }
    }
}
