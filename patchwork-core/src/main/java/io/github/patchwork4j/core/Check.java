package io.github.patchwork4j.core;

import java.util.Optional;
import org.immutables.value.Value;

/** A check: what a test or a person found out about a patch. Checks are never changed on Patchwork 3.x, only added. */
@Value.Immutable
@ModelStyle
@SuppressWarnings("immutables:subtype") // as the API nests its forms
public interface Check extends CheckRef, WithCheck {
    /** {@return who posted the check; absent on Patchwork 4.0 if that user is gone} */
    Optional<UserRef> user();

    /** {@return what was found, in words; may be empty text} */
    Optional<String> description();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link Check}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableCheck.Builder {
        Builder() {}
    }
}
