package io.github.patchwork4j.core;

import java.util.Optional;
import org.immutables.value.Value;

/** A comment: a mail that replies to a patch or to a cover letter. */
@Value.Immutable
@ModelStyle
@SuppressWarnings("immutables:subtype") // as the API nests its forms
public interface Comment extends CommentRef, WithComment {
    /**
     * {@return the subject of the mail: as it stands in the header on Patchwork 3.x, decoded on 4.0; empty if there was
     * none}
     */
    String subject();

    /** {@return who sent the mail} */
    PersonRef submitter();

    /** {@return the text of the mail, without the signature} */
    String content();

    /** {@return the headers of the mail} */
    Headers headers();

    /** {@return whether somebody dealt with the comment; absent if nobody is asked to} */
    @SinceApi("1.3")
    Optional<Boolean> addressed();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link Comment}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableComment.Builder {
        Builder() {}
    }
}
