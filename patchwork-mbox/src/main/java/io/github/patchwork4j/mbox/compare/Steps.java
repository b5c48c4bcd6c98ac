package io.github.patchwork4j.mbox.compare;

/** Counts steps down, so that no comparison costs more than it is allowed to. */
final class Steps {
    private long left;

    Steps(long steps) {
        this.left = steps;
    }

    void spend(long steps) {
        left -= steps;
    }

    /** How many steps are left; below 0 by what the last ones took too much. */
    long left() {
        return left;
    }

    boolean areSpent() {
        return left < 0;
    }
}
