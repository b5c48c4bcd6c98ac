package io.github.patchwork4j.testing.internal.snapshot;

import io.github.patchwork4j.testing.internal.state.Account;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.List;
import java.util.Map;

/** Reads projects and users, whose accounts are in the hidden part. */
final class UserReader {
    private static final long ITEMS_PER_PAGE = 100;

    private final JsonObject root;
    private final World world;

    private UserReader(JsonObject root, World world) {
        this.root = root;
        this.world = world;
    }

    static void read(JsonObject root, World world) {
        UserReader reader = new UserReader(root, world);
        reader.projects();
        reader.users();
    }

    private void projects() {
        Map<Long, JsonObject> more = SnapshotReader.byId(root.object("hidden").objects("projects"));
        for (JsonObject project : root.objects("projects")) {
            JsonObject extra = more.getOrDefault(project.id("id"), JsonObject.of(null));
            world.projects()
                    .add(new ProjectRow(
                            project.id("id"),
                            project.text("name"),
                            project.text("link_name"),
                            project.text("list_id"),
                            project.text("list_email"),
                            project.text("web_url"),
                            project.text("scm_url"),
                            project.text("webscm_url"),
                            project.text("subject_match"),
                            project.text("list_archive_url"),
                            project.text("list_archive_url_format"),
                            project.text("commit_url_format"),
                            project.flag("show_dependencies", false),
                            extra.flag("use_tags", true),
                            extra.flag("send_notifications", false)));
        }
    }

    private void users() {
        Map<Long, JsonObject> accounts =
                SnapshotReader.byId(root.object("hidden").objects("accounts"));
        for (JsonObject user : root.objects("users")) {
            JsonObject hidden = accounts.getOrDefault(user.id("id"), JsonObject.of(null));
            world.users()
                    .add(new UserRow(
                            user.id("id"),
                            user.text("username"),
                            user.text("first_name"),
                            user.text("last_name"),
                            user.text("email"),
                            account(user, hidden)));
        }
    }

    private Account account(JsonObject user, JsonObject hidden) {
        return new Account(
                hidden.optionalText("password"),
                hidden.optionalText("token"),
                hidden.flag("is_active", true),
                hidden.flag("is_staff", false),
                hidden.flag("is_superuser", false),
                hidden.number("profile_id", user.id("id")),
                hidden.has("maintains") ? hidden.ids("maintains") : maintainedBy(user.text("username")),
                settings(hidden.has("settings") ? hidden.object("settings") : user.object("settings")));
    }

    /** Returns the projects that name a user as maintainer, by name, for the ids there are those of profiles. */
    private List<Long> maintainedBy(String username) {
        return root.objects("projects").stream()
                .filter(project -> project.objects("maintainers").stream()
                        .anyMatch(maintainer -> maintainer.text("username").equals(username)))
                .map(project -> project.id("id"))
                .toList();
    }

    private static Account.Settings settings(JsonObject settings) {
        return new Account.Settings(
                settings.flag("send_email", false),
                settings.number("items_per_page", ITEMS_PER_PAGE),
                settings.flag("show_ids", false));
    }
}
