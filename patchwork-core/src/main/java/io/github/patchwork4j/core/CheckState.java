package io.github.patchwork4j.core;

/**
 * The outcome of a check, or of all checks of a patch together.
 *
 * <p>The four constants are all that servers send today; another word is kept as it is.
 *
 * @param value the word, such as {@code success}
 */
public record CheckState(String value) {
    /** No outcome so far; also what a patch without any check has. */
    public static final CheckState PENDING = new CheckState("pending");

    /** All is well. */
    public static final CheckState SUCCESS = new CheckState("success");

    /** Something is worth a look. */
    public static final CheckState WARNING = new CheckState("warning");

    /** Something is broken. */
    public static final CheckState FAIL = new CheckState("fail");

    /**
     * Makes a state of its word.
     *
     * @param value the word
     * @throws IllegalArgumentException if the word is blank
     */
    public CheckState {
        if (value.isBlank()) {
            throw new IllegalArgumentException("check state is blank: \"" + value + "\"");
        }
    }

    /**
     * Returns the state of a word.
     *
     * @param value the word, in lower case as the server writes it
     * @return the state
     * @throws IllegalArgumentException if the word is blank
     */
    public static CheckState of(String value) {
        return new CheckState(value);
    }

    /** Returns the word. */
    @Override
    public String toString() {
        return value;
    }
}
