package io.github.patchwork4j.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to change about a series; on Patchwork 4.0 only. */
public final class SeriesUpdate extends Changes {
    private SeriesUpdate(Map<String, @Nullable Object> fields) {
        super(fields);
    }

    /**
     * {@return a builder of an update that changes nothing yet}
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes {@link SeriesUpdate}s. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the version.
         *
         * @param version the version, at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less, which servers take
         */
        public Builder version(int version) {
            if (version < 1) {
                throw new IllegalArgumentException("no version of a series: " + version);
            }
            fields.put("version", (long) version);
            return this;
        }

        /**
         * Puts other metadata in the place of all that the series has.
         *
         * @param metadata the metadata, any text by name; empty to take all away
         * @return this builder
         */
        public Builder metadata(Map<String, String> metadata) {
            fields.put("metadata", Collections.unmodifiableMap(new LinkedHashMap<>(metadata)));
            return this;
        }

        /**
         * Makes the update.
         *
         * @return a new update
         * @throws IllegalStateException if nothing is set
         */
        public SeriesUpdate build() {
            return new SeriesUpdate(fields);
        }
    }
}
