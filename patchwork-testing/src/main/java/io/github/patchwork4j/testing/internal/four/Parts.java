package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.Mail;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.BraceFormat;
import io.github.patchwork4j.testing.internal.text.UriText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of the API are put together from: addresses, and the objects inside others. What is empty there is empty
 * in the server, too.
 *
 * @param world where rows are looked up
 * @param origin what urls begin with
 * @param version the minor version
 * @param dates how dates are written
 */
record Parts(World world, String origin, int version, Dates dates) {

    Map<String, @Nullable Object> projectOf(long id) {
        return projectFields(world.projects().get(id)).members();
    }

    Shape projectFields(ProjectRow project) {
        return shape().put("id", project.id())
                .put("url", api("projects/" + project.id()))
                .put("name", project.name())
                .put("link_name", project.linkName())
                .put("list_id", project.listId())
                .put("list_email", project.listEmail())
                .put("web_url", project.webUrl())
                .put("scm_url", project.scmUrl())
                .put("webscm_url", project.webscmUrl())
                .since(2, "list_archive_url", orNull(project.listArchiveUrl()))
                .since(2, "list_archive_url_format", orNull(project.listArchiveUrlFormat()))
                .since(2, "commit_url_format", project.commitUrlFormat());
    }

    Shape user(UserRow user) {
        return shape().put("id", user.id())
                .put("url", api("users/" + user.id()))
                .put("username", user.username())
                .put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("email", user.email());
    }

    @Nullable Object userOf(long id) {
        return id == Row.NONE ? null : user(world.users().get(id)).members();
    }

    Map<String, @Nullable Object> personOf(long id) {
        return personFields(world.people().get(id)).members();
    }

    Shape personFields(PersonRow person) {
        return shape().put("id", person.id())
                .put("url", api("people/" + person.id()))
                .put("name", text(person.name()))
                .put("email", person.email());
    }

    Map<String, @Nullable Object> related(PatchRow patch) {
        return shape().put("id", patch.id())
                .put("url", api("patches/" + patch.id()))
                .put("msgid", "")
                .put("date", "")
                .put("name", patch.name())
                .put("mbox", "")
                .members();
    }

    /** Shows the series of a patch or a cover, whose date and version are never filled in. */
    List<Object> seriesOf(long id) {
        if (id == Row.NONE) {
            return List.of();
        }
        SeriesRow series = world.series().get(id);
        return List.of(shape().put("id", id)
                .put("url", api("series/" + id))
                .put("date", "")
                .put("name", series.name())
                .put("version", 0)
                .put("mbox", mbox("series/" + id))
                .members());
    }

    private Map<String, @Nullable Object> embedded(Mail mail, String kind, long project, String name) {
        String url = kind + (kind.equals("patch") ? "es/" : "s/") + mail.id();
        return shape().put("id", mail.id())
                .put("url", api(url))
                .since(1, "web_url", webUrl(project, kind + "/" + mail.msgid()))
                .put("msgid", mail.msgid())
                .since(2, "list_archive_url", archiveUrl(mail, project))
                .put("date", dates.naive(mail.date()))
                .put("name", name)
                .put("mbox", mbox(url))
                .members();
    }

    /** A patch inside another object. */
    Map<String, @Nullable Object> embedded(PatchRow patch) {
        return embedded(patch, "patch", patch.project(), patch.name());
    }

    /** A cover letter inside another object. */
    Map<String, @Nullable Object> embedded(CoverRow cover) {
        return embedded(cover, "cover", cover.project(), cover.name());
    }

    Shape shape() {
        return new Shape(version);
    }

    String api(String path) {
        return origin + "/api/1." + version + "/" + path + "/";
    }

    /** Returns the address of a mailbox, which leads nowhere. */
    String mbox(String path) {
        return api(path) + "mbox/";
    }

    List<String> urls(List<Long> series) {
        return series.stream().map(id -> api("series/" + id)).toList();
    }

    /** Returns the address of a page on the site of the project, where there is no such page; null without a site. */
    @Nullable String webUrl(long project, String path) {
        String site = world.projects().get(project).webUrl();
        return site.isEmpty() ? null : site + "/" + path + "/";
    }

    @Nullable String archiveUrl(Mail mail, long project) {
        String format = world.projects().get(project).listArchiveUrlFormat();
        String bare = mail.msgid().replaceAll("^<|>$", "");
        return format.isEmpty() ? null : BraceFormat.fill(format, UriText.segment(bare));
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
