package io.github.patchwork4j.client;

import io.github.patchwork4j.core.MessageId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which cover letters to list.
 *
 * <p>What is not set does not filter; all that is set must hold.
 */
@Value.Immutable
@QueryStyle
public interface CoverQuery extends MailQuery {
    /**
     * {@return the message id, which several projects may have}
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
        FilterValues.refuseNone("messageId", messageId());
    }

    /**
     * {@return a builder of a query for every cover letter}
     */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link CoverQuery}s. */
    final class Builder extends ImmutableCoverQuery.Builder {
        Builder() {}
    }

    /** What cover letters can be sorted by. */
    enum Order {
        /** By id. */
        ID,
        /** By id, the other way round. */
        ID_DESCENDING,
        /** By name. */
        NAME,
        /** By name, the other way round. */
        NAME_DESCENDING,
        /** By the date of the mail. */
        DATE,
        /** By the date of the mail, the other way round. */
        DATE_DESCENDING,
        /** By the id of the submitter. */
        SUBMITTER,
        /** By the id of the submitter, the other way round. */
        SUBMITTER_DESCENDING
    }
}
