package io.github.patchwork4j.core;

import java.util.Optional;
import org.immutables.value.Value;

/** A person: somebody who sent a mail, with an account or without. Reading people needs a login on Patchwork 3.x. */
@Value.Immutable
@ModelStyle
@SuppressWarnings("immutables:subtype") // as the API nests its forms
public interface Person extends PersonRef, WithPerson {
    /** {@return the account of the person, if there is one} */
    Optional<UserRef> user();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link Person}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutablePerson.Builder {
        Builder() {}
    }
}
