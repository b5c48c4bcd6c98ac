package io.github.patchwork4j.client;

import io.github.patchwork4j.core.EventCategory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * Which events to list.
 *
 * <p>What is not set does not filter; all that is set must hold.
 */
@Value.Immutable
@QueryStyle
public interface EventQuery {
    /**
     * {@return the id or the link name of the project. A numeric link name does not work: it is taken for an id}
     */
    Optional<String> project();

    /**
     * {@return the category; comment events are listed since API 1.3}
     */
    Optional<EventCategory> category();

    /**
     * {@return the id of the series}
     */
    OptionalLong series();

    /**
     * {@return the id of the patch}
     */
    OptionalLong patch();

    /**
     * {@return the id of the cover letter}
     */
    OptionalLong cover();

    /**
     * {@return the id of the user who did it; since API 1.2}
     */
    OptionalLong actor();

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
        FilterValues.refuseBlank("project", project());
        FilterValues.refuseNoId("series", series());
        FilterValues.refuseNoId("patch", patch());
        FilterValues.refuseNoId("cover", cover());
        FilterValues.refuseNoId("actor", actor());
        FilterValues.refuseOutOfRange("since", since());
        FilterValues.refuseOutOfRange("before", before());
    }

    /**
     * {@return a builder of a query for every event}
     */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link EventQuery}s. */
    final class Builder extends ImmutableEventQuery.Builder {
        Builder() {}
    }

    /** What events can be sorted by. */
    enum Order {
        /** By the date, which several events may share. */
        DATE,
        /** By the date, which several events may share, the other way round. */
        DATE_DESCENDING
    }
}
