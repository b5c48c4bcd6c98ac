package io.github.patchwork4j.client;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which people to list.
 *
 * <p>What is not set does not filter; all that is set must hold.
 */
@Value.Immutable
@QueryStyle
public interface PersonQuery {
    /**
     * {@return words that all must be part of the name or the mail address, in any case. Patchwork 4.0 takes them for one text in which a percent sign and an underscore are wildcards}
     */
    Optional<String> search();

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
        FilterValues.refuseWordless("search", search());
    }

    /**
     * {@return a builder of a query for everybody}
     */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link PersonQuery}s. */
    final class Builder extends ImmutablePersonQuery.Builder {
        Builder() {}
    }

    /** What people can be sorted by. */
    enum Order {
        /** By id. */
        ID,
        /** By id, the other way round. */
        ID_DESCENDING,
        /** By name. */
        NAME,
        /** By name, the other way round. */
        NAME_DESCENDING,
        /** By the mail address. */
        EMAIL,
        /** By the mail address, the other way round. */
        EMAIL_DESCENDING
    }
}
