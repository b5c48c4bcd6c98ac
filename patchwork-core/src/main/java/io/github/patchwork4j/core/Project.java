package io.github.patchwork4j.core;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A project: a mailing list, or a part of one, whose patches the server tracks. */
@Value.Immutable
@ModelStyle
@SuppressWarnings("immutables:subtype") // as the API nests its forms
public interface Project extends ProjectRef, WithProject {
    /** {@return those who may change the patches of the project, in no particular order} */
    List<Maintainer> maintainers();

    /**
     * {@return the regular expression that picks the mails of this project among those of a shared list; empty text
     * picks the rest}
     */
    @SinceApi("1.1")
    Optional<String> subjectMatch();

    /** {@return whether the server tells the dependencies between the series of this project} */
    @SinceApi("1.4")
    Optional<Boolean> showDependencies();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link Project}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableProject.Builder {
        Builder() {}
    }
}
