package io.github.patchwork4j.client;

import io.github.patchwork4j.core.CheckState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which checks of a patch to list. Patchwork 4.0 lists them all.
 *
 * <p>What is not set does not filter; all that is set must hold.
 */
@Value.Immutable
@QueryStyle
public interface CheckQuery {
    /**
     * {@return the id or the user name of who posted it}
     */
    Optional<String> user();

    /**
     * {@return the outcome, one of the four known ones}
     */
    Optional<CheckState> state();

    /**
     * {@return the context; case counts}
     */
    Optional<String> context();

    /**
     * {@return the date from which on to list}
     */
    Optional<Instant> since();

    /**
     * {@return the date before which to list}
     */
    Optional<Instant> before();

    /**
     * {@return what to sort by, the first before the others; the server's order if empty. Patchwork 4.0 sorts nothing but events}
     */
    List<Order> order();

    /**
     * Called when a query is built.
     *
     * @throws IllegalArgumentException if a value is one that servers take for no filter, or for one that nothing
     *     passes, such as a blank text
     */
    @Value.Check
    default void validate() {
        FilterValues.refuseBlank("user", user());
        FilterValues.refuseBlank("context", context());
        FilterValues.refuseOutOfRange("since", since());
        FilterValues.refuseOutOfRange("before", before());
    }

    /**
     * {@return a builder of a query for every check}
     */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link CheckQuery}s. */
    final class Builder extends ImmutableCheckQuery.Builder {
        Builder() {}
    }

    /** What checks can be sorted by. */
    enum Order {
        /** By id. */
        ID,
        /** By id, the other way round. */
        ID_DESCENDING,
        /** By the id of the user. */
        USER,
        /** By the id of the user, the other way round. */
        USER_DESCENDING,
        /** By the date. */
        DATE,
        /** By the date, the other way round. */
        DATE_DESCENDING,
        /** By the outcome, from pending over success and warning to fail. */
        STATE,
        /** By the outcome, from pending over success and warning to fail, the other way round. */
        STATE_DESCENDING,
        /** By the context. */
        CONTEXT,
        /** By the context, the other way round. */
        CONTEXT_DESCENDING
    }
}
