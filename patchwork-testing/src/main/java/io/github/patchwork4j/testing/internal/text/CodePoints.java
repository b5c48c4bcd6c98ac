package io.github.patchwork4j.testing.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of texts in the database, which compares code points and knows no language. */
public final class CodePoints {

    /** Compares texts by their code points; Java's own order differs where surrogates are involved. */
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String one, String other) {
        int same = 0;
        int length = Math.min(one.length(), other.length());
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (same == length) {
            return Integer.compare(one.length(), other.length());
        }
        if (Character.isSurrogate(one.charAt(same)) || Character.isSurrogate(other.charAt(same))) {
            return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }
        return Character.compare(one.charAt(same), other.charAt(same));
    }
}
