package io.github.patchwork4j.core;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A comment as events embed it, and whatever else identifies one. Comments on patches and comments on cover letters
 * have ids of their own: the same number may be used in both.
 */
@Value.Immutable
@ModelStyle
public interface CommentRef extends WithCommentRef {
    /** {@return the id of the comment, unique on its server} */
    long id();

    /** {@return the address of the comment in the API, with the origin as the server saw it} */
    @SinceApi("1.3")
    Optional<String> url();

    /**
     * {@return the address of the web page of the comment, to be treated as opaque text: Patchwork 4.0 builds it on the
     * project's home page, unescaped, and leaves it out if there is none}
     */
    @SinceApi("1.1")
    Optional<String> webUrl();

    /** {@return the message id of the mail} */
    MessageId messageId();

    /**
     * {@return the address of the comment in the archive of its mailing list, if the project tells how to build one;
     * Patchwork 4.0 leaves it out of patches, comments and events}
     */
    @SinceApi("1.2")
    Optional<String> listArchiveUrl();

    /** {@return when the mail was sent, as its {@code Date} header says} */
    Instant date();

    /**
     * Called when a value is built.
     *
     * @throws IllegalArgumentException if the id is negative
     */
    @Value.Check
    default void validate() {
        Ids.requireValid(id());
    }

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link CommentRef}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableCommentRef.Builder {
        Builder() {}
    }
}
