package io.github.patchwork4j.core;

import java.util.Optional;
import org.immutables.value.Value;

/** A user: somebody with an account on the server, active or not. Reading users needs a login. */
@Value.Immutable
@ModelStyle
@SuppressWarnings("immutables:subtype") // as the API nests its forms
public interface User extends UserRef, WithUser {
    /**
     * {@return the settings, present only in the detail of the very user who asks; Patchwork 4.0 sends them in every
     * version of the API}
     */
    @SinceApi("1.2")
    Optional<UserSettings> settings();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link User}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableUser.Builder {
        Builder() {}
    }
}
