package io.github.patchwork4j.core;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A patch: a mail with a diff or a pull request, and what became of it. */
@Value.Immutable
@ModelStyle
@SuppressWarnings("immutables:subtype") // as the API nests its forms
public interface Patch extends PatchSummary, WithPatch {
    /** {@return the headers of the mail; empty on Patchwork 4.0, which sends none} */
    Headers headers();

    /** {@return the message of the mail: all before the diff, with what follows {@code ---}, without the signature} */
    String content();

    /** {@return the diff; absent in a pull request without one} */
    Optional<String> diff();

    /**
     * {@return the prefixes of the subject, such as {@code v2} and {@code 1/3}, in their order. Patchwork 4.0 sends
     * none; they still stand in the {@linkplain #name() name}}
     */
    List<String> prefixes();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link Patch}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutablePatch.Builder {
        Builder() {}
    }
}
