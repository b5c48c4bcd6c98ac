package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Limits;
import java.util.OptionalInt;

/** How {@link Diff#parse(io.github.patchwork4j.mbox.Bytes, DiffOptions)} reads a diff. */
public final class DiffOptions {
    /** Prefixes are detected, limits are those for input from anybody. */
    public static final DiffOptions DEFAULT = new DiffOptions(OptionalInt.empty(), Limits.UNTRUSTED);

    private final OptionalInt strip;
    private final Limits limits;

    private DiffOptions(OptionalInt strip, Limits limits) {
        this.strip = strip;
        this.limits = limits;
    }

    /**
     * Returns how many leading components are cut off from names.
     *
     * @return the count; empty if it is detected for each file
     */
    public OptionalInt strip() {
        return strip;
    }

    /**
     * Returns the bounds; only {@link Limits#maxBinaryBytes()} concerns diffs.
     *
     * @return the limits
     */
    public Limits limits() {
        return limits;
    }

    /**
     * Returns options that cut off a fixed number of components from each name, as {@code git apply -p} does, instead of
     * finding out whether there is a prefix.
     *
     * @param components how many; git's own default is 1
     * @return the options
     * @throws IllegalArgumentException if the count is negative
     */
    public DiffOptions withStrip(int components) {
        if (components < 0) {
            throw new IllegalArgumentException("components must be at least 0: " + components);
        }
        return new DiffOptions(OptionalInt.of(components), limits);
    }

    /**
     * Returns options with other bounds.
     *
     * @param bounds the limits
     * @return the options
     */
    public DiffOptions withLimits(Limits bounds) {
        return new DiffOptions(strip, bounds);
    }
}
