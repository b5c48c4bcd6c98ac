package io.github.patchwork4j.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a query asks of a server that not every one does. */
final class Needs {
    private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);

    private Needs() {}

    static Needs none() {
        return new Needs();
    }

    /** Adds what a query needs when something is so. */
    Needs when(boolean asked, Capability capability) {
        if (asked) {
            capabilities.add(capability);
        }
        return this;
    }

    /** Adds that the rows come in an order, if one is asked for. */
    Needs sorting(List<?> order) {
        return when(!order.isEmpty(), Capability.SORTING);
    }

    Set<Capability> capabilities() {
        return capabilities;
    }
}
