package io.github.patchwork4j.client;

import java.util.List;
import org.immutables.value.Value;

/**
 * How to list projects.
 *
 * <p>What is not set does not filter; all that is set must hold.
 */
@Value.Immutable
@QueryStyle
public interface ProjectQuery {
    /**
     * {@return what to sort by, the first before the others; the server's order if empty. Patchwork 4.0 sorts nothing but events}
     */
    List<Order> order();

    /**
     * {@return a builder of a query for every project}
     */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link ProjectQuery}s. */
    final class Builder extends ImmutableProjectQuery.Builder {
        Builder() {}
    }

    /** What projects can be sorted by. */
    enum Order {
        /** By id. */
        ID,
        /** By id, the other way round. */
        ID_DESCENDING,
        /** By name. */
        NAME,
        /** By name, the other way round. */
        NAME_DESCENDING
    }
}
