package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Limits;
import java.util.Collection;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/** How {@link Diff#parse(io.github.patchwork4j.mbox.Bytes, DiffOptions)} reads a diff. */
public final class DiffOptions {
    /** All formats are read, prefixes are detected, counts are believed, limits are those for input from anybody. */
    public static final DiffOptions DEFAULT =
            new DiffOptions(OptionalInt.empty(), Limits.UNTRUSTED, EnumSet.allOf(DiffFormat.class), Counts.OF_HEADERS);

    /**
     * What {@code git apply} reads: git's and other unified diffs, with one component cut off from their names. Diffs of
     * merges and context diffs are text for it.
     */
    public static final DiffOptions AS_GIT =
            DEFAULT.withStrip(1).withFormats(Set.of(DiffFormat.GIT, DiffFormat.TRADITIONAL));

    /** Where the number of a hunk's lines is taken from. */
    public enum Counts {
        /** The header of the hunk tells it. */
        OF_HEADERS,
        /**
         * The lines themselves do, up to the first that cannot be in a hunk, as with {@code git apply --recount}; so that
         * a hunk can be read that was edited by hand. What is in the header does not matter then.
         */
        OF_LINES
    }

    private final OptionalInt strip;
    private final Limits limits;
    private final Set<DiffFormat> formats;
    private final Counts counts;

    private DiffOptions(OptionalInt strip, Limits limits, Set<DiffFormat> formats, Counts counts) {
        this.strip = strip;
        this.limits = limits;
        this.formats = formats;
        this.counts = counts;
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
     * Tells whether a format is read.
     *
     * @param format the format
     * @return whether it is; what is written in another is text between files
     */
    public boolean reads(DiffFormat format) {
        return formats.contains(format);
    }

    /**
     * Returns where the number of a hunk's lines is taken from.
     *
     * @return the place
     */
    public Counts counts() {
        return counts;
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
        return new DiffOptions(OptionalInt.of(components), limits, formats, counts);
    }

    /**
     * Returns options with other bounds.
     *
     * @param bounds the limits
     * @return the options
     */
    public DiffOptions withLimits(Limits bounds) {
        return new DiffOptions(strip, bounds, formats, counts);
    }

    /**
     * Returns options that read some formats and pass over what is written in others.
     *
     * @param read the formats that are read
     * @return the options
     */
    public DiffOptions withFormats(Collection<DiffFormat> read) {
        EnumSet<DiffFormat> set = EnumSet.noneOf(DiffFormat.class);
        set.addAll(read);
        return new DiffOptions(strip, limits, set, counts);
    }

    /**
     * Returns options that take the number of a hunk's lines from somewhere.
     *
     * @param place where from
     * @return the options
     */
    public DiffOptions withCounts(Counts place) {
        return new DiffOptions(strip, limits, formats, place);
    }
}
