package io.github.patchwork4j.client;

import java.util.concurrent.atomic.AtomicInteger;

/** How many rows to ask a server for at once: sites of Patchwork 4.0 refuse more than they are set up for, without telling how many that is. */
final class PageLimit {
    private final AtomicInteger most = new AtomicInteger(Paged.MAX_PAGE_SIZE);

    /** Returns how many rows were not refused so far. */
    int most() {
        return most.get();
    }

    /** Takes note that a page was too large: the next one is half as large. */
    void refused(int size) {
        most.accumulateAndGet((size + 1) / 2, Math::min);
    }
}
