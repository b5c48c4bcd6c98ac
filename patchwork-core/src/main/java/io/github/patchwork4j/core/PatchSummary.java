package io.github.patchwork4j.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A patch as lists show it: all but its content. */
@Value.Immutable
@ModelStyle
@SuppressWarnings("immutables:subtype") // as the API nests its forms
public interface PatchSummary extends PatchRef, WithPatchSummary {
    /** {@return the address of the patch in the API, with the origin as the server saw it} */
    @Override
    String url();

    /** {@return the message id of the mail that brought the patch, unique within its project only} */
    @Override
    MessageId messageId();

    /** {@return when the mail that brought the patch was sent, as its {@code Date} header says} */
    @Override
    Instant date();

    /**
     * {@return the address the server gives for the patch as a mail; on Patchwork 4.0 it leads nowhere: download by id
     * instead}
     */
    @Override
    String mboxUrl();

    /** {@return the project that the patch was sent to} */
    ProjectRef project();

    /** {@return the commit that the patch became, as somebody wrote it down; may be empty text} */
    Optional<String> commitRef();

    /** {@return what a pull request asks to pull: an address and perhaps a branch; may be empty text} */
    Optional<String> pullUrl();

    /** {@return the state} */
    PatchState state();

    /** {@return whether the patch is put away; lists show such patches unless asked not to} */
    boolean archived();

    /**
     * {@return Patchwork's hash of the diff, 40 hexadecimal digits; absent without a diff. Patchwork 3.x and 4.0
     * compute it differently}
     */
    Optional<String> hash();

    /** {@return who sent the patch} */
    PersonRef submitter();

    /** {@return who is to deal with the patch, if anybody} */
    Optional<UserRef> delegate();

    /**
     * {@return the series that the patch belongs to: one, or none for some old patches. Patchwork 4.0 fills in only its
     * id, address and name}
     */
    List<SeriesRef> series();

    /** {@return the address of the comments, without a version on Patchwork 3.x} */
    @SinceApi("1.1")
    Optional<String> commentsUrl();

    /**
     * {@return the worst outcome of the newest check of each user and context; {@link CheckState#PENDING} without
     * checks}
     */
    CheckState check();

    /** {@return the address of the checks, without a version on Patchwork 3.x} */
    String checksUrl();

    /**
     * {@return how often each tag, such as {@code R} for Reviewed-by, was given to the patch; always empty on Patchwork
     * 3.x}
     */
    Map<String, Integer> tags();

    /**
     * {@return the patches that somebody declared to be related, without this one, in no particular order. Patchwork
     * 4.0 fills in only id, address and name}
     */
    @SinceApi("1.2")
    List<PatchRef> related();

    /** {@return a builder without any attribute set} */
    static Builder builder() {
        return new Builder();
    }

    /** Makes {@link PatchSummary}s; {@code build()} names every attribute that is missing. */
    final class Builder extends ImmutablePatchSummary.Builder {
        Builder() {}
    }
}
