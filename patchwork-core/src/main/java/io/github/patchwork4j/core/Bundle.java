package io.github.patchwork4j.core;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A bundle: patches that a user put together. */
@Value.Immutable
@ModelStyle
public interface Bundle extends WithBundle {
    /** {@return the id of the bundle, unique on its server} */
    long id();

    /**
     * {@return the address of the bundle in the API, with the origin as the server saw it, which is often not the one
     * that was asked; the client builds its own addresses from ids}
     */
    String url();

    /**
     * {@return the address of the web page of the bundle, to be treated as opaque text: Patchwork 4.0 builds it on the
     * project's home page, unescaped, and leaves it out if there is none}
     */
    @SinceApi("1.1")
    Optional<String> webUrl();

    /** {@return the project that all its patches belong to} */
    ProjectRef project();

    /** {@return the name, unique among the bundles of its owner} */
    String name();

    /** {@return who made the bundle} */
    UserRef owner();

    /**
     * {@return the patches, not in the order of the bundle, which only its mbox keeps; always empty in lists of
     * Patchwork 4.0}
     */
    List<PatchRef> patches();

    /** {@return whether others see the bundle} */
    boolean isPublic();

    /** {@return the address the server gives for the bundle as mails; on Patchwork 4.0 it leads nowhere} */
    String mboxUrl();

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

    /** Makes {@link Bundle}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableBundle.Builder {
        Builder() {}
    }
}
