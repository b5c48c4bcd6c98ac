package io.github.patchwork4j.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of a mail as Patchwork stores them: in their order, each name with all its values.
 *
 * <p>Names are looked up without regard to case. Values are as Patchwork 3.x sends them, so folded lines are still
 * folded and encoded words still encoded; 4.0 sends both undone, only the last value of each name, and none at all for
 * patches.
 */
public final class Headers {
    /** No headers. */
    public static final Headers EMPTY = new Headers(Map.of());

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Returns headers with the given names and values, in the order of the map.
     *
     * @param values the values of each name; names that differ in case only stay apart, as on 3.x, where each of them
     *     carries the values of both
     * @return the headers
     * @throws IllegalArgumentException if a name has no values
     */
    public static Headers of(Map<String, List<String>> values) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            if (all.isEmpty()) {
                throw new IllegalArgumentException("header without a value: " + name);
            }
            copy.put(name, List.copyOf(all));
        });
        return new Headers(Collections.unmodifiableMap(copy));
    }

    /**
     * {@return a builder without headers}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the first value of a header.
     *
     * @param name the name, in any case
     * @return the value, or nothing if there is no such header
     */
    public Optional<String> first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /**
     * Returns all values of a header, in their order.
     *
     * @param name the name, in any case
     * @return the values, empty if there is no such header
     */
    public List<String> all(String name) {
        List<String> exact = values.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return List.of();
    }

    /**
     * {@return whether there are no headers}
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * {@return the names with their values, unmodifiable and in order}
     */
    public Map<String, List<String>> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Makes {@link Headers}, one header after the other. */
    public static final class Builder {
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a header after those that are there; a name that is there already gets one more value.
         *
         * @param name the name
         * @param value the value
         * @return this builder
         */
        public Builder add(String name, String value) {
            values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
            return this;
        }

        /**
         * {@return the headers added so far}
         */
        public Headers build() {
            return Headers.of(values);
        }
    }
}
