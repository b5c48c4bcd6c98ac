package io.github.patchwork4j.core;

import java.util.Optional;
import org.immutables.value.Value;

/** A person as other objects embed it: somebody who sent a mail, with an account or without. */
@Value.Immutable
@ModelStyle
public interface PersonRef extends WithPersonRef {
    /** {@return the id of the person, unique on its server} */
    long id();

    /**
     * {@return the address of the person in the API, with the origin as the server saw it, which is often not the one
     * that was asked; the client builds its own addresses from ids}
     */
    String url();

    /** {@return the name, absent if no mail gave one} */
    Optional<String> name();

    /** {@return the mail address} */
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

    /** Makes {@link PersonRef}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutablePersonRef.Builder {
        Builder() {}
    }
}
