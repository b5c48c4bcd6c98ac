package io.github.patchwork4j.testing.internal.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bundles, which are also found by owner and name. */
public final class BundleTable extends Table<BundleRow> {
    private final Map<Key, Long> byName = new HashMap<>();

    /** Starts empty. */
    public BundleTable() {}

    @Override
    public void add(BundleRow row) {
        super.add(row);
        byName.put(new Key(row.owner(), row.name()), row.id());
    }

    @Override
    public void replace(BundleRow row) {
        forget(row.id());
        super.replace(row);
        byName.put(new Key(row.owner(), row.name()), row.id());
    }

    @Override
    public void remove(long id) {
        forget(id);
        super.remove(id);
    }

    private void forget(long id) {
        BundleRow old = get(id);
        byName.remove(new Key(old.owner(), old.name()));
    }

    /**
     * Finds a bundle.
     *
     * @param owner the owner's id
     * @param name compared with case
     * @return the bundle, or null
     */
    public @Nullable BundleRow named(long owner, String name) {
        Long id = byName.get(new Key(owner, name));
        return id == null ? null : find((long) id);
    }

    private record Key(long owner, String name) {}
}
