package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.input.BadValue;
import io.github.patchwork4j.testing.internal.input.Field;
import io.github.patchwork4j.testing.internal.input.Given;
import io.github.patchwork4j.testing.internal.input.Input;
import io.github.patchwork4j.testing.internal.input.Texts;
import io.github.patchwork4j.testing.internal.input.Values;
import io.github.patchwork4j.testing.internal.state.Account;
import io.github.patchwork4j.testing.internal.state.Account.Settings;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.view.RowView;
import io.github.patchwork4j.testing.internal.view.UserView;
import java.math.BigInteger;

/** One user, who alone sees the settings. */
final class UserEndpoint extends DetailEndpoint<UserRow> {
    private static final int LONGEST = 150;

    private final Permissions permissions;

    UserEndpoint(Permissions permissions) {
        super(
                "User",
                "User Detail",
                description("a user"),
                call -> call.world().users().find(call.id(0)),
                UserView::listed,
                Writing.changes(
                        permissions::mayEdit, Forms.user(permissions.world().libraries())));
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
        Given<Preferences> preferences = input.read(input.object(
                        "settings",
                        inner -> Preferences.read(inner, call.world().libraries()))
                .must());
        input.finish();
        boolean settable = preferences.present() && call.version().has(2);
        Settings old = account.settings();
        UserRow changed = new UserRow(
                user.id(),
                user.username(),
                firstName.or(user.firstName()),
                lastName.or(user.lastName()),
                user.email(),
                account.with(settable ? preferences.or(Preferences.NONE).on(old) : old));
        call.world().users().replace(changed);
        return Reply.ok(to -> UserView.own(to, changed));
    }

    /**
     * What was sent of the settings.
     *
     * @param sendEmail whether the web pages send mail in the user's name
     * @param itemsPerPage any number
     * @param showIds whether the web pages show ids
     */
    private record Preferences(Given<Boolean> sendEmail, Given<BigInteger> itemsPerPage, Given<Boolean> showIds) {
        private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
        static final Preferences NONE = new Preferences(Given.absent(), Given.absent(), Given.absent());

        static Preferences read(Input input, LibraryStack libraries) {
            Field<BigInteger> items = Values.integer("items_per_page");
            return new Preferences(
                    input.read(Values.flag("send_email", libraries)),
                    input.read(libraries.isNew() ? items.checked(Preferences::insistOnRange) : items),
                    input.read(Values.flag("show_ids", libraries)));
        }

        private static void insistOnRange(BigInteger items) {
            if (items.signum() < 0) {
                throw new BadValue("Ensure this value is greater than or equal to 0.");
            }
            if (items.compareTo(MOST) > 0) {
                throw new BadValue("Ensure this value is less than or equal to " + MOST + ".");
            }
        }

        /** Puts what was sent over what there was; older libraries leave it to the database to refuse numbers. */
        Settings on(Settings old) {
            BigInteger items = itemsPerPage.or(BigInteger.valueOf(old.itemsPerPage()));
            if (items.signum() < 0 || items.compareTo(MOST) > 0) {
                throw new ServerFault("the database refuses " + items + " items per page");
            }
            return new Settings(sendEmail.or(old.sendEmail()), items.longValue(), showIds.or(old.showIds()));
        }
    }
}
