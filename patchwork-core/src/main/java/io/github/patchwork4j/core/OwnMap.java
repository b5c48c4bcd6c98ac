package io.github.patchwork4j.core;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that nobody can change, in the order of the one it was copied from; it need not be copied again. */
final class OwnMap<K, V> extends AbstractMap<K, V> {
    private final Map<K, V> map;

    private OwnMap(Map<K, V> map) {
        this.map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Returns a copy, or the map itself if it is one. */
    static <K, V> Map<K, V> of(Map<K, V> map) {
        return map instanceof OwnMap ? map : new OwnMap<>(map);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return map.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return map.containsKey(key);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return map.entrySet();
    }
}
