package io.github.patchwork4j.core;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What an {@link Event} happened to: one type for each category, and {@link Unknown} for the rest. */
public interface EventPayload {
    /** Of {@link EventCategory#SERIES_CREATED}. */
    @Value.Immutable
    @ModelStyle
    interface SeriesCreated extends EventPayload {
        /** {@return the series} */
        SeriesRef series();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link SeriesCreated}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutableSeriesCreated.Builder {
            Builder() {}
        }
    }

    /** Of {@link EventCategory#COVER_CREATED}. */
    @Value.Immutable
    @ModelStyle
    interface CoverCreated extends EventPayload {
        /** {@return the cover letter} */
        CoverRef cover();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link CoverCreated}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutableCoverCreated.Builder {
            Builder() {}
        }
    }

    /** Of {@link EventCategory#PATCH_CREATED}. */
    @Value.Immutable
    @ModelStyle
    interface PatchCreated extends EventPayload {
        /** {@return the patch} */
        PatchRef patch();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link PatchCreated}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutablePatchCreated.Builder {
            Builder() {}
        }
    }

    /** Of {@link EventCategory#PATCH_COMPLETED}. */
    @Value.Immutable
    @ModelStyle
    interface PatchCompleted extends EventPayload {
        /** {@return the patch} */
        PatchRef patch();

        /** {@return the series} */
        SeriesRef series();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link PatchCompleted}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutablePatchCompleted.Builder {
            Builder() {}
        }
    }

    /**
     * Of {@link EventCategory#SERIES_COMPLETED}. It may be sent before the last patch can be seen in the series, more
     * than once, or never: look at {@link Series#receivedAll()}.
     */
    @Value.Immutable
    @ModelStyle
    interface SeriesCompleted extends EventPayload {
        /** {@return the series} */
        SeriesRef series();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link SeriesCompleted}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutableSeriesCompleted.Builder {
            Builder() {}
        }
    }

    /** Of {@link EventCategory#PATCH_COMMENT_CREATED}. */
    @Value.Immutable
    @ModelStyle
    interface PatchCommentCreated extends EventPayload {
        /** {@return the patch} */
        PatchRef patch();

        /** {@return the comment} */
        CommentRef comment();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link PatchCommentCreated}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutablePatchCommentCreated.Builder {
            Builder() {}
        }
    }

    /** Of {@link EventCategory#COVER_COMMENT_CREATED}. */
    @Value.Immutable
    @ModelStyle
    interface CoverCommentCreated extends EventPayload {
        /** {@return the cover letter} */
        CoverRef cover();

        /** {@return the comment} */
        CommentRef comment();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link CoverCommentCreated}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutableCoverCommentCreated.Builder {
            Builder() {}
        }
    }

    /** Of {@link EventCategory#PATCH_STATE_CHANGED}. */
    @Value.Immutable
    @ModelStyle
    interface PatchStateChanged extends EventPayload {
        /** {@return the patch} */
        PatchRef patch();

        /** {@return the state before} */
        PatchState previousState();

        /** {@return the state after} */
        PatchState currentState();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link PatchStateChanged}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutablePatchStateChanged.Builder {
            Builder() {}
        }
    }

    /** Of {@link EventCategory#PATCH_DELEGATED}. */
    @Value.Immutable
    @ModelStyle
    interface PatchDelegated extends EventPayload {
        /** {@return the patch} */
        PatchRef patch();

        /** {@return who was to deal with the patch before, if anybody; never told by Patchwork 4.0} */
        Optional<UserRef> previousDelegate();

        /** {@return who is to deal with the patch now, if anybody; never told by Patchwork 4.0} */
        Optional<UserRef> currentDelegate();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link PatchDelegated}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutablePatchDelegated.Builder {
            Builder() {}
        }
    }

    /** Of {@link EventCategory#PATCH_RELATION_CHANGED}. */
    @Value.Immutable
    @ModelStyle
    interface PatchRelationChanged extends EventPayload {
        /** {@return the patch} */
        PatchRef patch();

        /** {@return the relation before; no server tells it} */
        Optional<String> previousRelation();

        /** {@return the relation after; no server tells it: read the patch} */
        Optional<String> currentRelation();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link PatchRelationChanged}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutablePatchRelationChanged.Builder {
            Builder() {}
        }
    }

    /** Of {@link EventCategory#CHECK_CREATED}. */
    @Value.Immutable
    @ModelStyle
    interface CheckCreated extends EventPayload {
        /** {@return the patch} */
        PatchRef patch();

        /** {@return the check; never told by Patchwork 4.0} */
        Optional<CheckRef> check();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link CheckCreated}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutableCheckCreated.Builder {
            Builder() {}
        }
    }

    /** Of {@link EventCategory#CHECK_UPDATED}. */
    @Value.Immutable
    @ModelStyle
    interface CheckUpdated extends EventPayload {
        /** {@return the patch} */
        PatchRef patch();

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link CheckUpdated}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutableCheckUpdated.Builder {
            Builder() {}
        }
    }

    /**
     * Of a category that this library does not know, or of one whose payload is not as it should be, such as the empty
     * ones of Patchwork 4.0.
     */
    @Value.Immutable
    @ModelStyle
    interface Unknown extends EventPayload {
        /**
         * {@return the payload as JSON has it: texts, {@link Boolean}s, {@link Long}s or {@link Double}s, lists and
         * maps of them, and {@code null}; empty if there was none}
         */
        @Value.Default
        default Map<String, @Nullable Object> values() {
            return Map.of();
        }

        /** {@return a builder without any attribute set} */
        static Builder builder() {
            return new Builder();
        }

        /** Makes {@link Unknown}s; {@code build()} names every attribute that is missing. */
        final class Builder extends ImmutableUnknown.Builder {
            Builder() {}
        }
    }
}
