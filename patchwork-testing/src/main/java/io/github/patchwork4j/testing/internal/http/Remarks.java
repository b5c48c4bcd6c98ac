package io.github.patchwork4j.testing.internal.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a real server would have misread in one request without a word. */
public final class Remarks {
    private final List<String> texts = new ArrayList<>();
    private @Nullable String fault;
    private boolean refusesMisreadings;
    private boolean refusesFaults;

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
     * Says that a write about which there are remarks is not to take place.
     *
     * @param misreadings whether what would be misread is refused
     * @param faults whether what the server would fail on is refused
     */
    public void refuse(boolean misreadings, boolean faults) {
        refusesMisreadings = misreadings;
        refusesFaults = faults;
    }

    /**
     * Is called when all that was sent is read, and nothing is changed yet.
     *
     * @throws RefusedWrite if there are remarks for which the write is refused
     */
    public void beforeChange() {
        if (refusesMisreadings && !texts.isEmpty()) {
            throw new RefusedWrite();
        }
    }

    /**
     * Is called before something is stored that the server fails on as soon as it shows it.
     *
     * @param reason why it fails
     * @throws RefusedWrite if writes are refused for that
     */
    public void beforeFault(String reason) {
        if (refusesFaults) {
            fault(reason);
            throw new RefusedWrite();
        }
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
