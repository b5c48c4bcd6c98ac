package io.github.patchwork4j.core;

import org.immutables.value.Value;

/**
 * A maintainer of a project.
 *
 * <p>Patchwork 3.x sends the id of a maintainer's profile where one expects the id of the user. The two often agree and
 * sometimes lead to somebody else, so a maintainer is not a {@link UserRef}: to delegate a patch to one, look the user
 * up by {@link #username()}.
 */
@Value.Immutable
@ModelStyle
public interface Maintainer extends WithMaintainer {
    /** {@return the id of the maintainer's profile, or of the user on Patchwork 4.0; not to be used as a user's id} */
    long profileId();

    /** {@return an address that the server built from {@link #profileId()}: it may be of another user, or of none} */
    String url();

    /** {@return the name to log in with, unique on the server; the one thing here that tells who it is} */
    String username();

    /** {@return the first name, empty if not told} */
    String firstName();

    /** {@return the last name, empty if not told} */
    String lastName();

    /** {@return the mail address, empty if not told} */
    String email();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link Maintainer}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableMaintainer.Builder {
        Builder() {}
    }
}
