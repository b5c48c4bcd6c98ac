package io.github.patchwork4j.core;

/**
 * What kind of thing happened in an {@link Event}.
 *
 * <p>The constants are all that servers send today; another word is kept as it is.
 *
 * @param value the word, such as {@code patch-created}
 */
public record EventCategory(String value) {
    /** A mail opened a new series. */
    public static final EventCategory SERIES_CREATED = new EventCategory("series-created");

    /** A cover letter arrived. */
    public static final EventCategory COVER_CREATED = new EventCategory("cover-created");

    /** A patch arrived. */
    public static final EventCategory PATCH_CREATED = new EventCategory("patch-created");

    /** A patch joined its series, and all patches before it are there. */
    public static final EventCategory PATCH_COMPLETED = new EventCategory("patch-completed");

    /** A series got as many patches as it announced; made again for every patch after that. */
    public static final EventCategory SERIES_COMPLETED = new EventCategory("series-completed");

    /** A reply to a patch arrived or, on 3.x, was changed. Listed since API 1.3. */
    public static final EventCategory PATCH_COMMENT_CREATED = new EventCategory("patch-comment-created");

    /** A reply to a cover letter arrived or, on 3.x, was changed. Listed since API 1.3. */
    public static final EventCategory COVER_COMMENT_CREATED = new EventCategory("cover-comment-created");

    /** Somebody changed the state of a patch. */
    public static final EventCategory PATCH_STATE_CHANGED = new EventCategory("patch-state-changed");

    /** Somebody changed the delegate of a patch. */
    public static final EventCategory PATCH_DELEGATED = new EventCategory("patch-delegated");

    /** The patches that a patch is related to changed. */
    public static final EventCategory PATCH_RELATION_CHANGED = new EventCategory("patch-relation-changed");

    /** A check was posted. */
    public static final EventCategory CHECK_CREATED = new EventCategory("check-created");

    /** A check was changed; Patchwork 4.0 only. */
    public static final EventCategory CHECK_UPDATED = new EventCategory("check-updated");

    /**
     * Makes a category of its word.
     *
     * @param value the word
     * @throws IllegalArgumentException if the word is blank
     */
    public EventCategory {
        if (value.isBlank()) {
            throw new IllegalArgumentException("event category is blank: \"" + value + "\"");
        }
    }

    /**
     * Returns the category of a word.
     *
     * @param value the word, in lower case as the server writes it
     * @return the category
     * @throws IllegalArgumentException if the word is blank
     */
    public static EventCategory of(String value) {
        return new EventCategory(value);
    }

    /** Returns the word. */
    @Override
    public String toString() {
        return value;
    }
}
