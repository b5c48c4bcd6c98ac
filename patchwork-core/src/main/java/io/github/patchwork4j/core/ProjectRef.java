package io.github.patchwork4j.core;

import java.util.Optional;
import org.immutables.value.Value;

/** A project as other objects embed it. */
@Value.Immutable
@ModelStyle
public interface ProjectRef extends WithProjectRef {
    /** {@return the id of the project, unique on its server} */
    long id();

    /**
     * {@return the address of the project in the API, with the origin as the server saw it, which is often not the one
     * that was asked; the client builds its own addresses from ids}
     */
    String url();

    /** {@return the name for people to read} */
    String name();

    /** {@return the short name of addresses and filters, such as {@code netdev}} */
    String linkName();

    /** {@return the id of the project's mailing list, as the {@code List-Id} header gives it} */
    String listId();

    /** {@return the address of the project's mailing list} */
    String listEmail();

    /** {@return the project's home page, empty if not told} */
    String webUrl();

    /** {@return the project's repository, empty if not told} */
    String scmUrl();

    /** {@return the web page of the project's repository, empty if not told} */
    String webscmUrl();

    /**
     * {@return the archive of the project's mailing list; if it was not told, empty text on Patchwork 3.x and absent on
     * 4.0}
     */
    @SinceApi("1.2")
    Optional<String> listArchiveUrl();

    /**
     * {@return the address of one mail in the archive, with <code>{}</code> for the message id; if it was not told,
     * empty text on Patchwork 3.x and absent on 4.0}
     */
    @SinceApi("1.2")
    Optional<String> listArchiveUrlFormat();

    /** {@return the address of one commit, with <code>{}</code> for its id; empty text if it was not told} */
    @SinceApi("1.2")
    Optional<String> commitUrlFormat();

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

    /** Makes {@link ProjectRef}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableProjectRef.Builder {
        Builder() {}
    }
}
