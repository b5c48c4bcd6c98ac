package io.github.patchwork4j.core;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A patch as other objects embed it, and whatever else identifies a patch: a {@link PatchSummary} and a {@link Patch}
 * are one too.
 */
@Value.Immutable
@ModelStyle
public interface PatchRef extends WithPatchRef {
    /** {@return the id of the patch, unique on its server} */
    long id();

    /**
     * {@return the address of the patch in the API, with the origin as the server saw it; empty where Patchwork 4.0
     * leaves it out, in the payload of events}
     */
    @Value.Default
    default String url() {
        return "";
    }

    /**
     * {@return the address of the web page of the patch, to be treated as opaque text: Patchwork 4.0 builds it on the
     * project's home page, unescaped, and leaves it out if there is none}
     */
    @SinceApi("1.1")
    Optional<String> webUrl();

    /**
     * {@return the message id of the mail that brought the patch, unique within its project only; {@link
     * MessageId#NONE} where Patchwork 4.0 leaves it out}
     */
    @Value.Default
    default MessageId messageId() {
        return MessageId.NONE;
    }

    /**
     * {@return the address of the patch in the archive of its mailing list, if the project tells how to build one;
     * Patchwork 4.0 leaves it out of patches, comments and events}
     */
    @SinceApi("1.2")
    Optional<String> listArchiveUrl();

    /**
     * {@return when the mail that brought the patch was sent, as its {@code Date} header says; {@link Instant#EPOCH}
     * where Patchwork 4.0 leaves it out}
     */
    @Value.Default
    default Instant date() {
        return Instant.EPOCH;
    }

    /**
     * {@return the subject of the mail, with the server's form of its prefixes in front: <code>[v2,1/3] frob:
     * rename</code>}
     */
    String name();

    /**
     * {@return the address the server gives for the patch as a mail; on Patchwork 4.0 it leads nowhere, or is empty;
     * download by id instead}
     */
    @Value.Default
    default String mboxUrl() {
        return "";
    }

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

    /** Makes {@link PatchRef}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutablePatchRef.Builder {
        Builder() {}
    }
}
