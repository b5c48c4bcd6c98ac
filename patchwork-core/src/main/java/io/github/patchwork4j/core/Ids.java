package io.github.patchwork4j.core;

/** What servers give as ids: 0 where Patchwork 4.0 has no object, positive numbers otherwise. */
final class Ids {
    private Ids() {}

    static void requireValid(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("id is negative: " + id);
        }
    }
}
