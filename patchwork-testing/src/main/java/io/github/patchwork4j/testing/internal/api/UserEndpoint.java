package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.view.RowView;
import io.github.patchwork4j.testing.internal.view.UserView;

/** One user, who alone sees the settings. */
final class UserEndpoint extends DetailEndpoint<UserRow> {
    private final Permissions permissions;

    UserEndpoint(Permissions permissions) {
        super(
                "User Detail",
                description("a user"),
                call -> call.world().users().find(call.id(0)),
                UserView::listed,
                Writing.changes(permissions::mayEdit, Forms.USER));
        this.permissions = permissions;
    }

    @Override
    RowView<UserRow> view(ApiCall call, UserRow row) {
        return permissions.mayEdit(call.caller(), row) ? UserView::own : super.view(call, row);
    }
}
