package io.github.patchwork4j.testing.internal.state;

import java.util.AbstractList;
import java.util.RandomAccess;

/** A million patches that are made when they are looked at, and counted. */
public final class CountedPatches extends AbstractList<PatchRow> implements RandomAccess {
    private long seen;

    @Override
    public PatchRow get(int index) {
        seen++;
        long id = index + 1L;
        return new PatchRow(
                id,
                1,
                "<" + id + "@example.org>",
                id,
                "patch " + id,
                null,
                null,
                1,
                false,
                null,
                1,
                Row.NONE,
                Row.NONE,
                null,
                Row.NONE,
                "",
                "",
                null);
    }

    @Override
    public int size() {
        return 1_000_000;
    }

    /** Returns how many rows were looked at so far. */
    public long seen() {
        return seen;
    }
}
