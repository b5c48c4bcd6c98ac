package io.github.patchwork4j.core;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A check as events embed it, and whatever else identifies one: a {@link Check} is one too. */
@Value.Immutable
@ModelStyle
public interface CheckRef extends WithCheckRef {
    /** {@return the id of the check, unique on its server} */
    long id();

    /**
     * {@return the address of the check in the API, with the origin as the server saw it, which is often not the one
     * that was asked; the client builds its own addresses from ids}
     */
    String url();

    /**
     * {@return when the check was posted. Patchwork 3.x sends it in the server's own time zone and does not tell which
     * that is: the client has to be told}
     */
    Instant date();

    /** {@return the outcome} */
    CheckState state();

    /** {@return where to read more; may be empty text} */
    Optional<String> targetUrl();

    /** {@return what was checked: of several checks of one user with the same context, the newest counts} */
    String context();

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

    /** Makes {@link CheckRef}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableCheckRef.Builder {
        Builder() {}
    }
}
