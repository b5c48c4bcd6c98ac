package io.github.patchwork4j.testing.internal.http;

import io.github.patchwork4j.testing.internal.text.CodePoints;
import io.github.patchwork4j.testing.internal.text.UriText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters of a request; keys may be repeated, and a key without a value has the empty one. */
public final class Query {
    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Takes a query apart.
     *
     * @param raw what follows the question mark
     * @return the parameters in clear text
     */
    public static Query parse(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = decode(equals < 0 ? pair : pair.substring(0, equals));
                values.computeIfAbsent(key, any -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Query(values);
    }

    private static String decode(String text) {
        return UriText.decode(text.replace('+', ' '));
    }

    /**
     * Returns all values of a key.
     *
     * @param key the key
     * @return in their order; empty if the key is absent
     */
    public List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    /**
     * Returns the value that counts where a key can only have one.
     *
     * @param key the key
     * @return the last value, or null
     */
    public @Nullable String last(String key) {
        List<String> all = all(key);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /**
     * Returns the keys.
     *
     * @return in the order in which they were first sent
     */
    public Set<String> keys() {
        return values.keySet();
    }

    /**
     * Returns the same parameters with one of them replaced.
     *
     * @param key the key
     * @param value its only value
     * @return a new query
     */
    public Query with(String key, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(key, List.of(value));
        return new Query(changed);
    }

    /**
     * Returns the same parameters without one of them.
     *
     * @param key the key
     * @return a new query
     */
    public Query without(String key) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.remove(key);
        return new Query(changed);
    }

    /**
     * Returns the same parameters without one of them if it is empty.
     *
     * @param key the key
     * @return a query
     */
    public Query withoutEmpty(String key) {
        return "".equals(last(key)) ? without(key) : this;
    }

    /**
     * Encodes the parameters as links do: sorted by key, the values of one key in their order.
     *
     * @return a query with its question mark, or an empty text
     */
    public String encodeSorted() {
        Map<String, List<String>> sorted = new TreeMap<>(CodePoints.ORDER);
        sorted.putAll(values);
        StringBuilder encoded = new StringBuilder();
        sorted.forEach((key, all) -> all.forEach(value -> encoded.append(encoded.isEmpty() ? '?' : '&')
                .append(UriText.form(key))
                .append('=')
                .append(UriText.form(value))));
        return encoded.toString();
    }
}
