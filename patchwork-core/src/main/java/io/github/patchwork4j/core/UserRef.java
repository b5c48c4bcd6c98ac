package io.github.patchwork4j.core;

import org.immutables.value.Value;

/** A user as other objects embed it: somebody with an account on the server. */
@Value.Immutable
@ModelStyle
public interface UserRef extends WithUserRef {
    /**
     * {@return the id of the user; not to be confused with the id of a maintainer, see {@link Maintainer#profileId()},
     * unique on its server}
     */
    long id();

    /**
     * {@return the address of the user in the API, with the origin as the server saw it, which is often not the one
     * that was asked; the client builds its own addresses from ids}
     */
    String url();

    /** {@return the name to log in with, unique on the server} */
    String username();

    /** {@return the first name, empty if not told} */
    String firstName();

    /** {@return the last name, empty if not told} */
    String lastName();

    /** {@return the mail address, empty if not told} */
    String email();

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

    /** Makes {@link UserRef}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableUserRef.Builder {
        Builder() {}
    }
}
