package io.github.patchwork4j.client;

import io.github.patchwork4j.core.MessageId;
import java.time.Instant;
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
public interface CoverQuery {
    /**
     * {@return the id or the link name of the project. A numeric link name does not work: it is taken for an id}
     */
    Optional<String> project();

    /**
     * {@return the id or the mail address of who sent it}
     */
    Optional<String> submitter();

    /**
     * {@return the message id, which several projects may have}
     */
    Optional<MessageId> messageId();

    /**
     * {@return the date from which on to list; the date is that of the mail, and mails may be dated back}
     */
    Optional<Instant> since();

    /**
     * {@return the date before which to list}
     */
    Optional<Instant> before();

    /**
     * {@return words that all must be part of the name, in any case. Patchwork 4.0 takes them for one text in which a percent sign and an underscore are wildcards}
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
        FilterValues.refuseBlank("submitter", submitter());
        FilterValues.refuseWordless("search", search());
        FilterValues.refuseNone("messageId", messageId());
        FilterValues.refuseOutOfRange("since", since());
        FilterValues.refuseOutOfRange("before", before());
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
