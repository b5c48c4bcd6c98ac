package io.github.patchwork4j.core;

import org.immutables.value.Value;

/** A cover letter: the mail that introduces a series. */
@Value.Immutable
@ModelStyle
@SuppressWarnings("immutables:subtype") // as the API nests its forms
public interface Cover extends CoverSummary, WithCover {
    /** {@return the headers of the mail} */
    Headers headers();

    /** {@return the text of the mail, without the signature} */
    String content();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link Cover}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableCover.Builder {
        Builder() {}
    }
}
