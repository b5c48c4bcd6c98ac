package io.github.patchwork4j.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A cover letter as lists show it: all but its content. */
@Value.Immutable
@ModelStyle
@SuppressWarnings("immutables:subtype") // as the API nests its forms
public interface CoverSummary extends CoverRef, WithCoverSummary {
    /** {@return the address of the cover letter in the API, with the origin as the server saw it} */
    @Override
    String url();

    /** {@return the message id of the mail that brought the cover letter, unique within its project only} */
    @Override
    MessageId messageId();

    /** {@return when the mail that brought the cover letter was sent, as its {@code Date} header says} */
    @Override
    Instant date();

    /** {@return the project that the cover letter was sent to} */
    ProjectRef project();

    /** {@return who sent the cover letter} */
    PersonRef submitter();

    /**
     * {@return the series that the cover letter opens: one or none. Patchwork 4.0 fills in only its id, address and
     * name}
     */
    List<SeriesRef> series();

    /** {@return the address of the comments, without a version on Patchwork 3.x} */
    @SinceApi("1.1")
    Optional<String> commentsUrl();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link CoverSummary}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutableCoverSummary.Builder {
        Builder() {}
    }
}
