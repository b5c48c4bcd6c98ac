package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.http.Query;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whole numbers of 64 bits in paths and parameters; of several values the first counts, and an empty one is none. */
final class Numbers {
    private static final Pattern SYNTAX = Pattern.compile("[-+]?[0-9]+");
    private static final String INVALID = "invalid integer";

    private Numbers() {}

    /** Returns the text that counts, or null. */
    static @Nullable String text(Query query, String key) {
        List<String> all = query.all(key);
        return all.isEmpty() || all.get(0).isEmpty() ? null : all.get(0);
    }

    /** Reads a parameter; null if there is none, or if it is at fault. */
    static @Nullable BigInteger read(Query query, String key, Problem.Faults faults) {
        String text = text(query, key);
        return text == null ? null : read(text, "query." + key, faults);
    }

    /** Reads a text; null if it is at fault. */
    static @Nullable BigInteger read(String text, String location, Problem.Faults faults) {
        BigInteger number = parse(text);
        if (number == null) {
            faults.add(INVALID, location, text);
        }
        return number;
    }

    /** Reads a number of at most 64 bits, or returns null. */
    static @Nullable BigInteger parse(String text) {
        if (!SYNTAX.matcher(text).matches()) {
            return null;
        }
        BigInteger number = new BigInteger(text);
        return number.bitLength() < Long.SIZE ? number : null;
    }
}
