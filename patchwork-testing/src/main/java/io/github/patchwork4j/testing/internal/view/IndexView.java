package io.github.patchwork4j.testing.internal.view;

import java.io.IOException;
import java.util.List;

/** The index of the API: the urls of its lists. */
public final class IndexView {
    private static final List<String> LISTS =
            List.of("projects", "users", "people", "patches", "covers", "series", "events", "bundles");

    private IndexView() {}

    /**
     * Writes the index.
     *
     * @param to where and how
     * @throws IOException from the writer
     */
    public static void write(Rendering to) throws IOException {
        to.out().beginObject();
        for (String list : LISTS) {
            to.out().name(list).value(to.urls().api(list));
        }
        to.out().endObject();
    }
}
