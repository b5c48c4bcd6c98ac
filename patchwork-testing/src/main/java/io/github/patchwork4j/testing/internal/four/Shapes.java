package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.Mail;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.WebhookRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.BraceFormat;
import io.github.patchwork4j.testing.internal.text.UriText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the API, each field as 4.0 has it in the version that was asked for. What is empty in an embedded object
 * is empty in the server, too.
 *
 * @param world where rows are looked up that others refer to
 * @param origin what urls begin with
 * @param version the minor version
 * @param dates how dates are written
 */
record Shapes(World world, String origin, int version, Dates dates) {
    private static final List<String> LISTS =
            List.of("projects", "users", "people", "patches", "covers", "series", "events", "bundles");

    Shape index() {
        Shape index = shape();
        LISTS.forEach(list -> index.put(list, api(list)));
        return index;
    }

    Shape project(ProjectRow project) {
        List<Object> maintainers = new ArrayList<>();
        world.users()
                .maintainersOf(project.id())
                .forEach(user -> maintainers.add(user(user).members()));
        return projectFields(project)
                .put("maintainers", maintainers)
                .since(1, "subject_match", project.subjectMatch())
                .since(4, "show_dependencies", project.showDependencies());
    }

    private Map<String, @Nullable Object> projectOf(long id) {
        return projectFields(world.projects().get(id)).members();
    }

    private Shape projectFields(ProjectRow project) {
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

    /** Shows a user to itself. */
    Shape ownUser(UserRow user) {
        var settings = user.account().settings();
        return user(user)
                .put(
                        "settings",
                        shape().put("send_email", settings.sendEmail())
                                .put("items_per_page", settings.itemsPerPage())
                                .put("show_ids", settings.showIds())
                                .members());
    }

    private @Nullable Object userOf(long id) {
        return id == Row.NONE ? null : user(world.users().get(id)).members();
    }

    Shape person(PersonRow person) {
        return personFields(person).put("user", userOf(person.user()));
    }

    private Map<String, @Nullable Object> personOf(long id) {
        return personFields(world.people().get(id)).members();
    }

    private Shape personFields(PersonRow person) {
        return shape().put("id", person.id())
                .put("url", api("people/" + person.id()))
                .put("name", text(person.name()))
                .put("email", person.email());
    }

    Shape patch(PatchRow patch) {
        String url = "patches/" + patch.id();
        List<Object> related = new ArrayList<>();
        world.patches().relatedTo(patch).forEach(other -> related.add(related(other)));
        return shape().put("id", patch.id())
                .put("url", api(url))
                .since(1, "web_url", webUrl(patch.project(), "patch/" + patch.msgid()))
                .put("project", projectOf(patch.project()))
                .put("msgid", patch.msgid())
                .put("date", dates.mail(patch.date()))
                .put("name", patch.name())
                .since(0, "commit_ref", patch.commitRef())
                .since(0, "pull_url", patch.pullUrl())
                .put("state", world.states().get(patch.state()).name())
                .put("archived", patch.archived())
                .put("hash", text(patch.hash()))
                .put("submitter", personOf(patch.submitter()))
                .put("delegate", userOf(patch.delegate()))
                .put("mbox", mbox(url))
                .put("series", seriesOf(patch.series()))
                .since(1, "comments", api(url + "/comments"))
                .put("check", world.checks().summary(patch.id()).word())
                .put("checks", api(url + "/checks"))
                .put("tags", Tags.of(patch, world.patchComments().on(patch.id())))
                .nullBefore(2, "related", related);
    }

    /** Shows a patch with its mail, though without its headers and prefixes, which are never filled in. */
    Shape patchDetail(PatchRow patch) {
        return patch(patch)
                .put("headers", null)
                .put("content", patch.content())
                .put("diff", text(patch.diff()))
                .put("prefixes", null);
    }

    private Map<String, @Nullable Object> related(PatchRow patch) {
        return shape().put("id", patch.id())
                .put("url", api("patches/" + patch.id()))
                .put("msgid", "")
                .put("date", "")
                .put("name", patch.name())
                .put("mbox", "")
                .members();
    }

    /** Shows the series of a patch or a cover, whose date and version are never filled in. */
    private List<Object> seriesOf(long id) {
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

    Shape cover(CoverRow cover) {
        SeriesRow series = world.series().ofCover(cover.id());
        String url = "covers/" + cover.id();
        return shape().put("id", cover.id())
                .put("url", api(url))
                .since(1, "web_url", webUrl(cover.project(), "cover/" + cover.msgid()))
                .put("project", projectOf(cover.project()))
                .put("msgid", cover.msgid())
                .since(2, "list_archive_url", archiveUrl(cover, cover.project()))
                .put("date", dates.mail(cover.date()))
                .put("name", cover.name())
                .put("submitter", personOf(cover.submitter()))
                .put("mbox", mbox(url))
                .put("series", seriesOf(series == null ? Row.NONE : series.id()))
                .since(1, "comments", api(url + "/comments"));
    }

    Shape coverDetail(CoverRow cover) {
        return cover(cover)
                .put("headers", HeaderText.object(cover.rawHeaders()))
                .put("content", cover.content());
    }

    /**
     * Shows a comment.
     *
     * @param parents the list that what it is on belongs to
     */
    Shape comment(CommentRow comment, String parents) {
        return shape().put("id", comment.id())
                .since(3, "url", api(parents + "/" + comment.parent() + "/comments/" + comment.id()))
                .put("msgid", comment.msgid())
                .put("date", dates.mail(comment.date()))
                .put("subject", HeaderText.subject(comment.rawHeaders()))
                .put("submitter", personOf(comment.submitter()))
                .put("content", comment.content())
                .put("headers", HeaderText.object(comment.rawHeaders()))
                .nullBefore(3, "addressed", comment.addressed());
    }

    Shape check(CheckRow check) {
        return shape().put("id", check.id())
                .put("url", api("patches/" + check.patch() + "/checks/" + check.id()))
                .put("user", userOf(check.user()))
                .put("date", dates.local(check.date()))
                .put("state", check.state().word())
                .put("target_url", orNull(check.targetUrl()))
                .put("context", check.context())
                .put("description", orNull(check.description()));
    }

    Shape series(SeriesRow series) {
        String url = "series/" + series.id();
        int received = world.patches().countOfSeries(series.id());
        List<Object> patches = new ArrayList<>();
        world.patches().ofSeriesByNumber(series.id()).forEach(patch -> patches.add(embedded(patch)));
        CoverRow cover = series.cover() == Row.NONE ? null : world.covers().get(series.cover());
        return shape().put("id", series.id())
                .put("url", api(url))
                .since(1, "web_url", webUrl(series.project(), url))
                .put("project", projectOf(series.project()))
                .put("name", series.name())
                .put("date", dates.mail(series.date()))
                .put("submitter", personOf(series.submitter()))
                .put("version", series.version())
                .put("total", series.total())
                .put("received_total", received)
                .put("received_all", series.total() <= received)
                .put("mbox", mbox(url))
                .put("cover_letter", cover == null ? null : embedded(cover, "cover", cover.project(), cover.name()))
                .put("patches", patches)
                .nullBefore(4, "dependencies", urls(world.series().dependenciesOf(series.id())))
                .nullBefore(4, "dependents", urls(world.series().dependentsOf(series.id())))
                .put("metadata", world.series().metadata(series.id()));
    }

    /** Shows a bundle in a list, where its patches are never filled in. */
    Shape bundle(BundleRow bundle) {
        return bundle(bundle, List.of());
    }

    Shape bundleDetail(BundleRow bundle) {
        return bundle(
                bundle,
                world.patches().get(bundle.patches()).stream()
                        .sorted(Comparator.comparingLong(PatchRow::id))
                        .map(this::embedded)
                        .toList());
    }

    private Shape bundle(BundleRow bundle, List<?> patches) {
        String page = "bundle/" + world.users().get(bundle.owner()).username() + "/" + bundle.name();
        return shape().put("id", bundle.id())
                .put("url", api("bundles/" + bundle.id()))
                .since(1, "web_url", webUrl(bundle.project(), page))
                .put("project", projectOf(bundle.project()))
                .put("name", bundle.name())
                .put("owner", userOf(bundle.owner()))
                .put("patches", patches)
                .put("public", bundle.shared())
                .put("mbox", mbox("bundles/" + bundle.id()));
    }

    private Map<String, @Nullable Object> embedded(PatchRow patch) {
        return embedded(patch, "patch", patch.project(), patch.name());
    }

    Shape event(EventRow event) {
        return shape().put("id", event.id())
                .put("category", event.category().word())
                .put("project", projectOf(event.project()))
                .put("date", dates.local(event.date()))
                .since(2, "actor", userOf(event.actor()))
                .put("payload", new Payload(world, dates).of(event));
    }

    /** Shows a webhook, but not its secret. */
    Shape webhook(WebhookRow webhook) {
        return shape().put("id", webhook.id())
                .put("url", webhook.url())
                .put("events", webhook.events())
                .put("active", webhook.active())
                .put("created", dates.mail(webhook.created()));
    }

    private Shape shape() {
        return new Shape(version);
    }

    private String api(String path) {
        return origin + "/api/1." + version + "/" + path + "/";
    }

    /** Returns the address of a mailbox, which leads nowhere. */
    private String mbox(String path) {
        return api(path) + "mbox/";
    }

    private List<String> urls(List<Long> series) {
        return series.stream().map(id -> api("series/" + id)).toList();
    }

    /** Returns the address of a page on the site of the project, where there is no such page; null without a site. */
    private @Nullable String webUrl(long project, String path) {
        String site = world.projects().get(project).webUrl();
        return site.isEmpty() ? null : site + "/" + path + "/";
    }

    private @Nullable String archiveUrl(Mail mail, long project) {
        String format = world.projects().get(project).listArchiveUrlFormat();
        String bare = mail.msgid().replaceAll("^<|>$", "");
        return format.isEmpty() ? null : BraceFormat.fill(format, UriText.segment(bare));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
