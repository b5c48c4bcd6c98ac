package io.github.patchwork4j.testing.internal.state;

import java.util.Locale;

/** The result of a check. */
public enum CheckState {
    /** Still running. */
    PENDING(0),
    /** Passed. */
    SUCCESS(1),
    /** Passed with remarks. */
    WARNING(2),
    /** Failed. */
    FAIL(3);

    private final int number;

    CheckState(int number) {
        this.number = number;
    }

    /**
     * Returns the number that the filter takes and lists are ordered by.
     *
     * @return from 0
     */
    public int number() {
        return number;
    }

    /**
     * Returns the word in the API.
     *
     * @return in small letters
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a state by its word.
     *
     * @param word in small letters
     * @return the state
     * @throws IllegalArgumentException if there is none
     */
    public static CheckState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
