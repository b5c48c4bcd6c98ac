package io.github.patchwork4j.testing.internal.state;

/** One stored object; its id never changes and is never used again. */
public interface Row {

    /** What stands for "no object" where a row refers to another one; real ids start at 1. */
    long NONE = 0;

    /**
     * Returns the id that the API shows.
     *
     * @return a positive number
     */
    long id();
}
