package io.github.patchwork4j.client;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.PatchState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * Which patches to list.
 *
 * <p>What is not set does not filter; all that is set must hold.
 */
@Value.Immutable
@QueryStyle
public interface PatchQuery extends MailQuery {
    /**
     * {@return the id of the series}
     */
    OptionalLong series();

    /**
     * {@return the id or the user name of who is to deal with it}
     */
    Optional<String> delegate();

    /**
     * {@return the states, any of which will do; all if empty. Patchwork 4.0 looks at the first one only}
     */
    List<PatchState> states();

    /**
     * {@return whether it is put away; the web pages show only those that are not}
     */
    Optional<Boolean> archived();

    /**
     * {@return Patchwork's hash of the diff; since API 1.2}
     */
    Optional<String> hash();

    /**
     * {@return the message id, which several projects may have; since API 1.2}
     */
    Optional<MessageId> messageId();

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
    @Override
    default void validate() {
        MailQuery.super.validate();
        FilterValues.refuseBlank("delegate", delegate());
        FilterValues.refuseBlank("hash", hash());
        FilterValues.refuseNone("messageId", messageId());
        FilterValues.refuseNoId("series", series());
        if (states().contains(PatchState.NONE)) {
            throw new IllegalArgumentException("states hold PatchState.NONE, which servers cannot filter by");
        }
    }

    /**
     * {@return a builder of a query for every patch}
     */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link PatchQuery}s. */
    final class Builder extends ImmutablePatchQuery.Builder {
        Builder() {}
    }

    /** What patches can be sorted by. */
    enum Order {
        /** By id. */
        ID,
        /** By id, the other way round. */
        ID_DESCENDING,
        /** By name. */
        NAME,
        /** By name, the other way round. */
        NAME_DESCENDING,
        /** By the link name of the project. */
        PROJECT,
        /** By the link name of the project, the other way round. */
        PROJECT_DESCENDING,
        /** By the date of the mail. */
        DATE,
        /** By the date of the mail, the other way round. */
        DATE_DESCENDING,
        /** By the rank of the state on the server. */
        STATE,
        /** By the rank of the state on the server, the other way round. */
        STATE_DESCENDING,
        /** By whether it is put away. */
        ARCHIVED,
        /** By whether it is put away, the other way round. */
        ARCHIVED_DESCENDING,
        /** By the id of the submitter. */
        SUBMITTER,
        /** By the id of the submitter, the other way round. */
        SUBMITTER_DESCENDING
    }
}
