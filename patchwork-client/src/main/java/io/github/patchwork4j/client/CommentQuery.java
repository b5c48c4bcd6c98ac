package io.github.patchwork4j.client;

import java.util.List;
import org.immutables.value.Value;

/**
 * How to list comments.
 *
 * <p>What is not set does not filter; all that is set must hold.
 */
@Value.Immutable
@QueryStyle
public interface CommentQuery {
    /**
     * {@return what to sort by, the first before the others; the server's order if empty. Patchwork 4.0 sorts nothing but events}
     */
    List<Order> order();

    /**
     * {@return a builder of a query for every comment}
     */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link CommentQuery}s. */
    final class Builder extends ImmutableCommentQuery.Builder {
        Builder() {}
    }

    /** What comments can be sorted by. */
    enum Order {
        /** By id. */
        ID,
        /** By id, the other way round. */
        ID_DESCENDING,
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
