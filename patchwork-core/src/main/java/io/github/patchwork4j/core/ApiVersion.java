package io.github.patchwork4j.core;

import java.util.List;

/**
 * A version of Patchwork's REST API, such as 1.2.
 *
 * <p>Not to be confused with the version of the server: 1.0 came with Patchwork 2.0, 1.1 with 2.1, 1.2 with 2.2, 1.3
 * with 3.1 and 1.4 with 4.0 and with the development branch of 3.x. Each server also serves the older ones.
 *
 * @param major the number before the dot
 * @param minor the number after it
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** The first version. */
    public static final ApiVersion V1_0 = new ApiVersion(1, 0);

    /** Adds comments and web addresses. */
    public static final ApiVersion V1_1 = new ApiVersion(1, 1);

    /** Adds writing bundles, related patches, archive links and the {@code msgid} and {@code hash} filters. */
    public static final ApiVersion V1_2 = new ApiVersion(1, 2);

    /** Adds comment events and the {@code addressed} mark of comments. */
    public static final ApiVersion V1_3 = new ApiVersion(1, 3);

    /** Adds dependencies between series. */
    public static final ApiVersion V1_4 = new ApiVersion(1, 4);

    /** Every version this library knows, oldest first. */
    public static final List<ApiVersion> KNOWN = List.of(V1_0, V1_1, V1_2, V1_3, V1_4);

    /**
     * Makes a version of its numbers.
     *
     * @param major the number before the dot
     * @param minor the number after it
     * @throws IllegalArgumentException if a number is negative
     */
    public ApiVersion {
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException("no API version: " + major + "." + minor);
        }
    }

    /**
     * Reads a version.
     *
     * @param text two numbers with a dot between them, such as {@code 1.2}
     * @return the version
     * @throws IllegalArgumentException if {@code text} is anything else
     */
    public static ApiVersion of(String text) {
        int dot = text.indexOf('.');
        try {
            return new ApiVersion(Integer.parseInt(text, 0, dot, 10), Integer.parseInt(text.substring(dot + 1)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no API version: \"" + text + "\" (expected one like 1.2)", e);
        }
    }

    /**
     * Tells whether this version has what came with another one.
     *
     * @param other the other version
     * @return whether this is the same or a later one
     */
    public boolean isAtLeast(ApiVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    /** Returns the version as it stands in a path, such as {@code 1.2}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
