package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.input.Given;
import io.github.patchwork4j.testing.internal.input.Input;
import io.github.patchwork4j.testing.internal.input.Texts;
import io.github.patchwork4j.testing.internal.input.Values;
import io.github.patchwork4j.testing.internal.state.Account;
import io.github.patchwork4j.testing.internal.state.Account.Settings;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.text.PythonInt;
import io.github.patchwork4j.testing.internal.view.RowView;
import io.github.patchwork4j.testing.internal.view.UserView;
import java.math.BigInteger;

/** One user, who alone sees the settings. */
final class UserEndpoint extends DetailEndpoint<UserRow> {
    private static final int LONGEST = 150;

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

    @Override
    Reply change(ApiCall call, UserRow user) {
        Account account = user.account();
        Input input = call.input();
        Given<String> firstName = input.read(Texts.any("first_name", LONGEST));
        Given<String> lastName = input.read(Texts.any("last_name", LONGEST));
        Given<Settings> settings = input.read(input.object("settings", inner -> settings(inner, account.settings()))
                .must());
        input.finish();
        Settings old = account.settings();
        UserRow changed = new UserRow(
                user.id(),
                user.username(),
                firstName.or(user.firstName()),
                lastName.or(user.lastName()),
                user.email(),
                account.with(call.version().has(2) ? settings.or(old) : old));
        call.world().users().replace(changed);
        return Reply.ok(to -> UserView.own(to, changed));
    }

    private static Settings settings(Input input, Settings old) {
        Given<Boolean> sendEmail = input.read(Values.flag("send_email"));
        Given<BigInteger> itemsPerPage = input.read(Values.integer("items_per_page"));
        Given<Boolean> showIds = input.read(Values.flag("show_ids"));
        BigInteger items = itemsPerPage.or(BigInteger.valueOf(old.itemsPerPage()));
        if (items.signum() < 0 || PythonInt.isBeyondDatabase(items)) {
            throw new ServerFault("the database refuses " + items + " items per page");
        }
        return new Settings(sendEmail.or(old.sendEmail()), items.longValue(), showIds.or(old.showIds()));
    }
}
