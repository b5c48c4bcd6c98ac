package io.github.patchwork4j.client;

import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.UserRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a patch. Maintainers of its project may change it, and on Patchwork 3.x its submitter and its
 * delegate.
 */
public final class PatchUpdate extends Changes {
    private static final String STATE = "state";
    private static final String DELEGATE = "delegate";
    private static final String RELATED = "related";
    private static final List<String> TEXTS = List.of("commit_ref", "pull_url");

    private PatchUpdate(Map<String, @Nullable Object> fields) {
        super(fields);
    }

    /**
     * {@return a builder of an update that changes nothing yet}
     */
    public static Builder builder() {
        return new Builder();
    }

    boolean clearsDelegate() {
        return clears(DELEGATE);
    }

    boolean writesRelated() {
        return has(RELATED);
    }

    /** Tells whether the two servers want something cleared in two ways. */
    boolean clearsText() {
        return TEXTS.stream().anyMatch(this::clears);
    }

    /** Refuses a relation of the patch with nothing but itself: it would be made, and show as none. */
    void refuseSelf(long patch) {
        if (fields().get(RELATED) instanceof List<?> ids
                && !ids.isEmpty()
                && ids.stream().allMatch(id -> id.equals(patch))) {
            throw new IllegalArgumentException("patch " + patch + " cannot be related to nothing but itself");
        }
    }

    /**
     * Returns the update as Patchwork 4.0 understands it: a state by its name, where 3.x wants the slug and takes the
     * name, and texts cleared by an empty text, because null means nothing there.
     */
    PatchUpdate forPatchwork4() {
        Map<String, @Nullable Object> fields = copy();
        fields.computeIfPresent(STATE, (name, state) -> words((String) state));
        TEXTS.stream().filter(this::clears).forEach(name -> fields.put(name, ""));
        return new PatchUpdate(fields);
    }

    /** Turns a slug into a name; what has a blank or a capital letter is a name already. */
    private static String words(String state) {
        boolean name = state.indexOf(' ') >= 0 || state.chars().anyMatch(Character::isUpperCase);
        return name ? state : state.replace('-', ' ');
    }

    /** Makes {@link PatchUpdate}s. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the state.
         *
         * @param state the state, one that the server has: an unknown one is a {@link BadRequestException}, whose
         *     message lists all states on Patchwork 3.x
         * @return this builder
         * @throws IllegalArgumentException if it is {@link PatchState#NONE}
         */
        public Builder state(PatchState state) {
            if (state.equals(PatchState.NONE)) {
                throw new IllegalArgumentException("a patch cannot be given PatchState.NONE");
            }
            fields.put(STATE, state.toString());
            return this;
        }

        /**
         * Sets who is to deal with the patch.
         *
         * @param user the id of a user, who must maintain the project on Patchwork 3.x. The ids of a project's
         *     maintainers there are not those of users: look them up by their user names
         * @return this builder
         * @throws IllegalArgumentException if no user has such an id
         */
        public Builder delegate(long user) {
            WriteValues.refuseNoId(DELEGATE, user);
            fields.put(DELEGATE, user);
            return this;
        }

        /**
         * Sets who is to deal with the patch.
         *
         * @param user a user, in any form but that of a project's maintainer
         * @return this builder
         */
        public Builder delegate(UserRef user) {
            return delegate(user.id());
        }

        /**
         * Takes the delegate away, which Patchwork 4.0 cannot.
         *
         * @return this builder
         */
        public Builder clearDelegate() {
            fields.put(DELEGATE, null);
            return this;
        }

        /**
         * Puts the patch away, or takes it out again.
         *
         * @param archived whether it is put away
         * @return this builder
         */
        public Builder archived(boolean archived) {
            fields.put("archived", archived);
            return this;
        }

        /**
         * Sets the commit that the patch became.
         *
         * @param commitRef any text of up to 255 characters
         * @return this builder
         */
        public Builder commitRef(String commitRef) {
            fields.put("commit_ref", commitRef);
            return this;
        }

        /**
         * Takes the commit away.
         *
         * @return this builder
         */
        public Builder clearCommitRef() {
            fields.put("commit_ref", null);
            return this;
        }

        /**
         * Sets what to pull.
         *
         * @param pullUrl any text of up to 255 characters
         * @return this builder
         */
        public Builder pullUrl(String pullUrl) {
            fields.put("pull_url", pullUrl);
            return this;
        }

        /**
         * Takes away what to pull.
         *
         * @return this builder
         */
        public Builder clearPullUrl() {
            fields.put("pull_url", null);
            return this;
        }

        /**
         * Relates the patch to others, and to all that those are related to; since API 1.2. This takes nothing out of a
         * relation. Patches of two different relations are a {@link ConflictException}.
         *
         * @param patches the ids of the others, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none, or one that no patch has
         */
        public Builder relateTo(long... patches) {
            if (patches.length == 0) {
                throw new IllegalArgumentException(
                        "no patch to relate to: that would take this one out of its relation, as leaveRelation() does");
            }
            fields.put(RELATED, WriteValues.ids("related patch", patches));
            return this;
        }

        /**
         * Relates the patch to others, as {@link #relateTo(long...)} does.
         *
         * @param patches the others, in any form, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder relateTo(Collection<? extends PatchRef> patches) {
            return relateTo(patches.stream().mapToLong(PatchRef::id).toArray());
        }

        /**
         * Takes the patch out of its relation; since API 1.2. The others stay related, if there are two of them at
         * least.
         *
         * @return this builder
         */
        public Builder leaveRelation() {
            fields.put(RELATED, List.of());
            return this;
        }

        /**
         * Makes the update.
         *
         * @return a new update
         * @throws IllegalStateException if nothing is set
         */
        public PatchUpdate build() {
            return new PatchUpdate(fields);
        }
    }
}
