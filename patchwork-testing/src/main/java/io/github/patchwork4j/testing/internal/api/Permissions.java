package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import org.jspecify.annotations.Nullable;

/**
 * Who may change what; superusers have no extra right anywhere.
 *
 * @param world where owners are looked up
 */
record Permissions(World world) {

    /** A maintainer, the submitter or the delegate may change a patch, and post checks for it. */
    boolean mayEdit(@Nullable UserRow user, PatchRow patch) {
        return user != null
                && (user.maintains(patch.project()) || patch.delegate() == user.id() || sent(user, patch.submitter()));
    }

    boolean mayEdit(@Nullable UserRow user, ProjectRow project) {
        return user != null && user.maintains(project.id());
    }

    boolean mayEdit(@Nullable UserRow user, UserRow other) {
        return user != null && user.id() == other.id();
    }

    boolean mayEdit(@Nullable UserRow user, BundleRow bundle) {
        return user != null && user.id() == bundle.owner();
    }

    /** The author of a comment may change it, and so may whoever may change the patch. */
    boolean mayEditOnPatch(@Nullable UserRow user, CommentRow comment) {
        return user != null
                && (sent(user, comment.submitter())
                        || mayEdit(user, world.patches().get(comment.parent())));
    }

    /** The author of a comment may change it, and so may the sender of the cover and the maintainers. */
    boolean mayEditOnCover(@Nullable UserRow user, CommentRow comment) {
        if (user == null) {
            return false;
        }
        var cover = world.covers().get(comment.parent());
        return sent(user, comment.submitter()) || sent(user, cover.submitter()) || user.maintains(cover.project());
    }

    boolean maySee(@Nullable UserRow user, BundleRow bundle) {
        return bundle.shared() || mayEdit(user, bundle);
    }

    private boolean sent(UserRow user, long person) {
        return world.people().get(person).user() == user.id();
    }
}
