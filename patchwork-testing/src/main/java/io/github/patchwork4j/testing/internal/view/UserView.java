package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.Account;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.UserRow;
import java.io.IOException;

/** Users, and the places where one is embedded. */
public final class UserView {

    private UserView() {}

    /**
     * Writes a user as all but the user see it.
     *
     * @param to where and how
     * @param user the row
     * @throws IOException from the writer
     */
    public static void listed(Rendering to, UserRow user) throws IOException {
        to.out().beginObject();
        fields(to, user, user.id());
        to.out().endObject();
    }

    /**
     * Writes a user as the user sees it, with settings since 1.2.
     *
     * @param to where and how
     * @param user the row
     * @throws IOException from the writer
     */
    public static void own(Rendering to, UserRow user) throws IOException {
        to.out().beginObject();
        fields(to, user, user.id());
        if (to.version().has(2)) {
            to.out().name("settings");
            settings(to.out(), user.account().settings());
        }
        to.out().endObject();
    }

    /**
     * Writes a user as a project's maintainer, with the id of the profile where that of the user should be.
     *
     * @param to where and how
     * @param user the row
     * @throws IOException from the writer
     */
    static void maintainer(Rendering to, UserRow user) throws IOException {
        to.out().beginObject();
        fields(to, user, user.account().profileId());
        to.out().endObject();
    }

    /**
     * Writes a user that another row may refer to.
     *
     * @param to where and how
     * @param user the user's id, or {@link Row#NONE}, which becomes null
     * @throws IOException from the writer
     */
    static void reference(Rendering to, long user) throws IOException {
        if (user == Row.NONE) {
            to.out().nullValue();
        } else {
            listed(to, to.world().users().get(user));
        }
    }

    /**
     * Writes the preferences of a user.
     *
     * @param out where
     * @param settings the preferences
     * @throws IOException from the writer
     */
    public static void settings(JsonWriter out, Account.Settings settings) throws IOException {
        out.beginObject();
        out.name("send_email").value(settings.sendEmail());
        out.name("items_per_page").value(settings.itemsPerPage());
        out.name("show_ids").value(settings.showIds());
        out.endObject();
    }

    private static void fields(Rendering to, UserRow user, long id) throws IOException {
        JsonWriter out = to.out();
        out.name("id").value(id);
        out.name("url").value(to.urls().object("users", id));
        out.name("username").value(user.username());
        out.name("first_name").value(user.firstName());
        out.name("last_name").value(user.lastName());
        out.name("email").value(user.email());
    }
}
