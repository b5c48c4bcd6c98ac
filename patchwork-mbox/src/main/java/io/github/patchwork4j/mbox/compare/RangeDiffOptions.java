package io.github.patchwork4j.mbox.compare;

/** How {@link RangeDiff} compares, and how much work it may take. */
public final class RangeDiffOptions {
    /** As git without options: a creation factor of 60 percent; bounds for input from anybody. */
    public static final RangeDiffOptions DEFAULT = new RangeDiffOptions(60, 2_000, 1L << 31);

    private final int creationFactor;
    private final int maxPatches;
    private final long maxSteps;

    private RangeDiffOptions(int creationFactor, int maxPatches, long maxSteps) {
        this.creationFactor = creationFactor;
        this.maxPatches = maxPatches;
        this.maxSteps = maxSteps;
    }

    /**
     * Returns how much of a patch's size may differ before it is rather taken for another patch.
     *
     * @return percents
     */
    public int creationFactor() {
        return creationFactor;
    }

    /**
     * Returns how many patches one version may have.
     *
     * @return the bound
     */
    public int maxPatches() {
        return maxPatches;
    }

    /**
     * Returns how many steps one comparison may take: lines compared, and pairs looked at.
     *
     * @return the bound
     */
    public long maxSteps() {
        return maxSteps;
    }

    /**
     * Returns options with another {@link #creationFactor()}, as {@code git range-diff --creation-factor}.
     *
     * @param percents the factor, at least 0
     * @return the options
     */
    public RangeDiffOptions withCreationFactor(int percents) {
        return new RangeDiffOptions((int) atLeastZero("percents", percents), maxPatches, maxSteps);
    }

    /**
     * Returns options with other bounds.
     *
     * @param patches the most patches of a version, at least 0
     * @param steps the most steps, at least 0
     * @return the options
     */
    public RangeDiffOptions withBounds(int patches, long steps) {
        return new RangeDiffOptions(creationFactor, (int) atLeastZero("patches", patches), atLeastZero("steps", steps));
    }

    private static long atLeastZero(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0: " + value);
        }
        return value;
    }
}
