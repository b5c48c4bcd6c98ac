package io.github.patchwork4j.testing.internal.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One item of an {@code Accept} header.
 *
 * @param type such as {@code application}, or a star
 * @param subtype such as {@code json}, or a star
 * @param parameters in their order, as they stood
 */
record MediaRange(String type, String subtype, List<String> parameters) {

    static MediaRange parse(String text) {
        String[] parts = text.split(";");
        String full = parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT);
        int slash = full.indexOf('/');
        return new MediaRange(
                slash < 0 ? full : full.substring(0, slash),
                slash < 0 ? "" : full.substring(slash + 1),
                Arrays.stream(parts).skip(1).map(String::strip).toList());
    }

    /** Returns how specific the range is: parameters beat a full type, that beats a star for the subtype. */
    int precedence() {
        if (type.equals("*")) {
            return 0;
        }
        if (subtype.equals("*")) {
            return 1;
        }
        boolean onlyQuality = parameters.stream().allMatch(parameter -> parameter.startsWith("q="));
        return onlyQuality ? 2 : 3;
    }

    boolean matches(String otherType, String otherSubtype) {
        return (subtype.equals("*") || subtype.equals(otherSubtype)) && (type.equals("*") || type.equals(otherType));
    }
}
