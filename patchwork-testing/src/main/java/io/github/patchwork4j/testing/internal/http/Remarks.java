package io.github.patchwork4j.testing.internal.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a real server would have misread in one request without a word. */
public final class Remarks {
    private final List<String> texts = new ArrayList<>();
    private @Nullable String fault;

    /** Starts without any. */
    public Remarks() {}

    /**
     * Adds a remark.
     *
     * @param text what would be misread, and what becomes of it
     */
    public void add(String text) {
        texts.add(text);
    }

    /**
     * Notes that a real server would fail.
     *
     * @param reason why
     */
    public void fault(String reason) {
        fault = "a real server would fail with status 500: " + reason;
    }

    /**
     * Returns why a real server would fail.
     *
     * @return a sentence, or null if it would not
     */
    public @Nullable String fault() {
        return fault;
    }

    /**
     * Returns what was remarked.
     *
     * @return in the order in which it was found
     */
    public List<String> all() {
        return List.copyOf(texts);
    }
}
