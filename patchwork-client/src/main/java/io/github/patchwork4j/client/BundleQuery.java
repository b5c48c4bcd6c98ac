package io.github.patchwork4j.client;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which bundles to list, of those that the caller may see.
 *
 * <p>What is not set does not filter; all that is set must hold.
 */
@Value.Immutable
@QueryStyle
public interface BundleQuery {
    /**
     * {@return the id or the link name of the project. A numeric link name does not work: it is taken for an id}
     */
    Optional<String> project();

    /**
     * {@return the id or the user name of the owner; Patchwork 4.0 takes ids only}
     */
    Optional<String> owner();

    /**
     * {@return whether others see it}
     */
    Optional<Boolean> isPublic();

    /**
     * {@return words that all must be part of the name, in any case; Patchwork 4.0 does not look at them}
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
        FilterValues.refuseBlank("project", project());
        FilterValues.refuseBlank("owner", owner());
        FilterValues.refuseWordless("search", search());
    }

    /**
     * {@return a builder of a query for every bundle}
     */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link BundleQuery}s. */
    final class Builder extends ImmutableBundleQuery.Builder {
        Builder() {}
    }

    /** What bundles can be sorted by. */
    enum Order {
        /** By id. */
        ID,
        /** By id, the other way round. */
        ID_DESCENDING,
        /** By name. */
        NAME,
        /** By name, the other way round. */
        NAME_DESCENDING,
        /** By the id of the owner. */
        OWNER,
        /** By the id of the owner, the other way round. */
        OWNER_DESCENDING
    }
}
