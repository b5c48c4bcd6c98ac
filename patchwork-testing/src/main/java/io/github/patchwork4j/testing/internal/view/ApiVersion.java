package io.github.patchwork4j.testing.internal.view;

import org.jspecify.annotations.Nullable;

/**
 * The version in a path, which decides on paths and on fields.
 *
 * @param segment the version as it stood in the path, or an empty text for the newest
 * @param paths the minor version whose paths exist
 * @param fields the minor version whose fields are shown
 */
public record ApiVersion(String segment, int paths, int fields) {
    /** The minor version of the newest API. */
    public static final int NEWEST = 4;

    /** What a path without a version means. */
    public static final ApiVersion LATEST = new ApiVersion("", NEWEST, NEWEST);

    /**
     * Reads the first segment of a path.
     *
     * @param segment any text
     * @return the version, or null if it is none
     */
    public static @Nullable ApiVersion of(String segment) {
        if (segment.length() != 3 || segment.charAt(0) != '1') {
            return null;
        }
        int minor = Character.digit(segment.charAt(2), NEWEST + 1);
        if (minor < 0) {
            return null;
        }
        // The server's pattern lets any character stand for the dot; versions it then does not know count as the
        // newest.
        return new ApiVersion(segment, minor, segment.charAt(1) == '.' ? minor : NEWEST);
    }

    /**
     * Tells whether a field is shown.
     *
     * @param minor the minor version that brought the field
     * @return whether this version is at least as new
     */
    public boolean has(int minor) {
        return fields >= minor;
    }

    /**
     * Returns where the API begins in this version.
     *
     * @return a path with a slash at both ends
     */
    public String root() {
        return segment.isEmpty() ? "/api/" : "/api/" + segment + "/";
    }
}
