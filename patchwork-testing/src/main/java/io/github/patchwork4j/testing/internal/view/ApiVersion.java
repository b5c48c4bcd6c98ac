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
    /** The minor version of the newest API that there is. */
    public static final int NEWEST = 4;

    /**
     * Returns what a path without a version means.
     *
     * @param newest the newest minor version of the server
     * @return the version
     */
    public static ApiVersion none(int newest) {
        return new ApiVersion("", newest, newest);
    }

    /**
     * Reads the first segment of a path.
     *
     * @param segment any text
     * @param newest the newest minor version of the server
     * @return the version, or null if it is none that the server has
     */
    public static @Nullable ApiVersion of(String segment, int newest) {
        if (segment.length() != 3 || segment.charAt(0) != '1') {
            return null;
        }
        int minor = Character.digit(segment.charAt(2), 10);
        if (minor < 0 || minor > newest) {
            return null;
        }
        // The server's pattern lets any character stand for the dot; versions it then does not know count as the
        // newest.
        return new ApiVersion(segment, minor, segment.charAt(1) == '.' ? minor : newest);
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
