package io.github.patchwork4j.testing.internal.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What events are about; the constants are named after the words in the API. */
public enum EventCategory {
    /** A mail opened a series. */
    SERIES_CREATED,
    /** A cover arrived. */
    COVER_CREATED,
    /** A patch arrived. */
    PATCH_CREATED,
    /** A patch and all that come before it are there. */
    PATCH_COMPLETED,
    /** A series is as long as it was announced. */
    SERIES_COMPLETED,
    /** Somebody replied to a patch, or the reply was changed. */
    PATCH_COMMENT_CREATED,
    /** Somebody replied to a cover, or the reply was changed. */
    COVER_COMMENT_CREATED,
    /** A patch got another state. */
    PATCH_STATE_CHANGED,
    /** A patch got another delegate. */
    PATCH_DELEGATED,
    /** A patch came into or out of a group of related ones. */
    PATCH_RELATION_CHANGED,
    /** A check was posted. */
    CHECK_CREATED,
    /** A check was changed, which only 4.0 does. */
    CHECK_UPDATED;

    /**
     * Returns the word in the API.
     *
     * @return in small letters, with hyphens
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the words in the API.
     *
     * @return one for each category
     */
    public static Set<String> words() {
        return Arrays.stream(values()).map(EventCategory::word).collect(Collectors.toSet());
    }

    /**
     * Returns those that Patchwork 3 knows.
     *
     * @return all but one
     */
    public static EventCategory[] ofPatchwork3() {
        return Arrays.stream(values())
                .filter(category -> category != CHECK_UPDATED)
                .toArray(EventCategory[]::new);
    }

    /**
     * Tells whether it is about a comment; versions before 1.3 do not know such events.
     *
     * @return whether it is
     */
    public boolean isAboutComment() {
        return this == PATCH_COMMENT_CREATED || this == COVER_COMMENT_CREATED;
    }
}
