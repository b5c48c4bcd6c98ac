package io.github.patchwork4j.mbox;

/**
 * The bounds that keep hostile input from taking more memory or time than it is worth.
 *
 * <p>No parser throws when a bound is reached: it leaves out what lies beyond and reports
 * {@link Diagnostic.Kind#LIMIT_EXCEEDED}.
 */
public final class Limits {
    /** For input from anybody, and the default everywhere: generous to real mail, bounded for the rest. */
    public static final Limits UNTRUSTED = new Builder().build();

    /** For input one has made oneself: no bound but those of Java's arrays. */
    public static final Limits NONE = new Builder()
            .maxMessageBytes(Integer.MAX_VALUE - 8)
            .maxHeaders(Integer.MAX_VALUE)
            .maxHeaderBytes(Integer.MAX_VALUE - 8)
            .maxHeaderBlockBytes(Integer.MAX_VALUE - 8)
            .maxMimeDepth(Integer.MAX_VALUE)
            .maxMimeParts(Integer.MAX_VALUE)
            .maxBinaryBytes(Integer.MAX_VALUE - 8)
            .maxInflatedBytes(Long.MAX_VALUE)
            .maxInflationRatio(Integer.MAX_VALUE)
            .maxReferences(Integer.MAX_VALUE)
            .build();

    private final int maxMessageBytes;
    private final int maxHeaders;
    private final int maxHeaderBytes;
    private final int maxHeaderBlockBytes;
    private final int maxMimeDepth;
    private final int maxMimeParts;
    private final int maxBinaryBytes;
    private final long maxInflatedBytes;
    private final int maxInflationRatio;
    private final int maxReferences;

    private Limits(Builder builder) {
        this.maxMessageBytes = builder.maxMessageBytes;
        this.maxHeaders = builder.maxHeaders;
        this.maxHeaderBytes = builder.maxHeaderBytes;
        this.maxHeaderBlockBytes = builder.maxHeaderBlockBytes;
        this.maxMimeDepth = builder.maxMimeDepth;
        this.maxMimeParts = builder.maxMimeParts;
        this.maxBinaryBytes = builder.maxBinaryBytes;
        this.maxInflatedBytes = builder.maxInflatedBytes;
        this.maxInflationRatio = builder.maxInflationRatio;
        this.maxReferences = builder.maxReferences;
    }

    /**
     * Returns a builder that starts from {@link #UNTRUSTED}.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns how many bytes of one mail are kept.
     *
     * @return the bound, in bytes
     */
    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    /**
     * Returns how many headers of one mail or part are kept.
     *
     * @return the bound
     */
    public int maxHeaders() {
        return maxHeaders;
    }

    /**
     * Returns how many bytes of one header, with its folded lines, are kept.
     *
     * @return the bound, in bytes
     */
    public int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    /**
     * Returns how many bytes of all headers of one mail or part together are kept.
     *
     * @return the bound, in bytes
     */
    public int maxHeaderBlockBytes() {
        return maxHeaderBlockBytes;
    }

    /**
     * Returns how deep MIME parts are opened; what lies deeper stays one opaque part.
     *
     * @return the bound; 0 opens none
     */
    public int maxMimeDepth() {
        return maxMimeDepth;
    }

    /**
     * Returns how many MIME parts of one mail are kept.
     *
     * @return the bound
     */
    public int maxMimeParts() {
        return maxMimeParts;
    }

    /**
     * Returns how many bytes one binary of a git diff may have when it is inflated.
     *
     * @return the bound, in bytes
     */
    public int maxBinaryBytes() {
        return maxBinaryBytes;
    }

    /**
     * Returns how many bytes a compressed archive may have when it is inflated; what follows is not read.
     *
     * @return the bound, in bytes
     */
    public long maxInflatedBytes() {
        return maxInflatedBytes;
    }

    /**
     * Returns how many times its size a compressed archive may grow when it is inflated, once it has more than 64 MiB; what follows
     * is not read.
     *
     * @return the bound, a factor
     */
    public int maxInflationRatio() {
        return maxInflationRatio;
    }

    /**
     * Returns how many of the mails that one mail refers to are looked for when series are put together, the nearest first.
     *
     * @return the bound
     */
    public int maxReferences() {
        return maxReferences;
    }

    /** Makes {@link Limits}; every bound starts at its value in {@link Limits#UNTRUSTED}. */
    public static final class Builder {
        private int maxMessageBytes = 256 << 20;
        private int maxHeaders = 2_000;
        private int maxHeaderBytes = 256 << 10;
        private int maxHeaderBlockBytes = 2 << 20;
        private int maxMimeDepth = 32;
        private int maxMimeParts = 10_000;
        private int maxBinaryBytes = 64 << 20;
        private long maxInflatedBytes = 64L << 30;
        private int maxInflationRatio = 250;
        private int maxReferences = 1_000;

        private Builder() {}

        /**
         * Sets {@link Limits#maxMessageBytes()}.
         *
         * @param bytes the bound, at least 1
         * @return this builder
         */
        public Builder maxMessageBytes(int bytes) {
            this.maxMessageBytes = atLeast(1, "maxMessageBytes", bytes);
            return this;
        }

        /**
         * Sets {@link Limits#maxHeaders()}.
         *
         * @param count the bound, at least 1
         * @return this builder
         */
        public Builder maxHeaders(int count) {
            this.maxHeaders = atLeast(1, "maxHeaders", count);
            return this;
        }

        /**
         * Sets {@link Limits#maxHeaderBytes()}.
         *
         * @param bytes the bound, at least 1
         * @return this builder
         */
        public Builder maxHeaderBytes(int bytes) {
            this.maxHeaderBytes = atLeast(1, "maxHeaderBytes", bytes);
            return this;
        }

        /**
         * Sets {@link Limits#maxHeaderBlockBytes()}.
         *
         * @param bytes the bound, at least 1
         * @return this builder
         */
        public Builder maxHeaderBlockBytes(int bytes) {
            this.maxHeaderBlockBytes = atLeast(1, "maxHeaderBlockBytes", bytes);
            return this;
        }

        /**
         * Sets {@link Limits#maxMimeDepth()}.
         *
         * @param depth the bound, at least 0
         * @return this builder
         */
        public Builder maxMimeDepth(int depth) {
            this.maxMimeDepth = atLeast(0, "maxMimeDepth", depth);
            return this;
        }

        /**
         * Sets {@link Limits#maxMimeParts()}.
         *
         * @param count the bound, at least 1
         * @return this builder
         */
        public Builder maxMimeParts(int count) {
            this.maxMimeParts = atLeast(1, "maxMimeParts", count);
            return this;
        }

        /**
         * Sets {@link Limits#maxBinaryBytes()}.
         *
         * @param bytes the bound, at least 0
         * @return this builder
         */
        public Builder maxBinaryBytes(int bytes) {
            this.maxBinaryBytes = atLeast(0, "maxBinaryBytes", bytes);
            return this;
        }

        /**
         * Sets {@link Limits#maxInflatedBytes()}.
         *
         * @param bytes the bound, at least 1
         * @return this builder
         */
        public Builder maxInflatedBytes(long bytes) {
            this.maxInflatedBytes = atLeast(1, "maxInflatedBytes", bytes);
            return this;
        }

        /**
         * Sets {@link Limits#maxInflationRatio()}.
         *
         * @param factor the bound, at least 1
         * @return this builder
         */
        public Builder maxInflationRatio(int factor) {
            this.maxInflationRatio = atLeast(1, "maxInflationRatio", factor);
            return this;
        }

        /**
         * Sets {@link Limits#maxReferences()}.
         *
         * @param count the bound, at least 1
         * @return this builder
         */
        public Builder maxReferences(int count) {
            this.maxReferences = atLeast(1, "maxReferences", count);
            return this;
        }

        /**
         * Returns the limits as set.
         *
         * @return new limits
         */
        public Limits build() {
            return new Limits(this);
        }

        private static int atLeast(int least, String name, int value) {
            return (int) atLeast((long) least, name, (long) value);
        }

        private static long atLeast(long least, String name, long value) {
            if (value < least) {
                throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
            }
            return value;
        }
    }
}
