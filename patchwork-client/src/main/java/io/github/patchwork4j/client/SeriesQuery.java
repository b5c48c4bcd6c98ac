package io.github.patchwork4j.client;

import java.util.List;
import org.immutables.value.Value;

/**
 * Which series to list.
 *
 * <p>What is not set does not filter; all that is set must hold.
 */
@Value.Immutable
@QueryStyle
public interface SeriesQuery extends MailQuery {
    /**
     * {@return what to sort by, the first before the others; the server's order if empty. Patchwork 4.0 sorts nothing but events}
     */
    List<Order> order();

    /**
     * {@return a builder of a query for every series}
     */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link SeriesQuery}s. */
    final class Builder extends ImmutableSeriesQuery.Builder {
        Builder() {}
    }

    /** What series can be sorted by. */
    enum Order {
        /** By id. */
        ID,
        /** By id, the other way round. */
        ID_DESCENDING,
        /** By name. */
        NAME,
        /** By name, the other way round. */
        NAME_DESCENDING,
        /** By the date of the first mail. */
        DATE,
        /** By the date of the first mail, the other way round. */
        DATE_DESCENDING,
        /** By the id of the submitter. */
        SUBMITTER,
        /** By the id of the submitter, the other way round. */
        SUBMITTER_DESCENDING
    }
}
