package io.github.patchwork4j.mbox.apply;

/** Counts steps down, so that no diff costs more than it is allowed to. */
final class Work {
    private long left;

    Work(long steps) {
        this.left = steps;
    }

    /** Takes steps; returns false when there are not so many left, and ever after. */
    boolean spend(long steps) {
        left -= steps;
        return left >= 0;
    }

    boolean isSpent() {
        return left < 0;
    }
}
