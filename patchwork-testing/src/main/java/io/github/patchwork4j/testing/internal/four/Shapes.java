package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.WebhookRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The objects of the API, each field as 4.0 has it in the version that was asked for.
 *
 * @param parts what they are put together from
 */
record Shapes(Parts parts) {
    private static final List<String> LISTS =
            List.of("projects", "users", "people", "patches", "covers", "series", "events", "bundles");

    Shape index() {
        Shape index = parts.shape();
        LISTS.forEach(list -> index.put(list, parts.api(list)));
        return index;
    }

    Shape project(ProjectRow project) {
        List<Object> maintainers = new ArrayList<>();
        parts.world()
                .users()
                .maintainersOf(project.id())
                .forEach(user -> maintainers.add(parts.user(user).members()));
        return parts.projectFields(project)
                .put("maintainers", maintainers)
                .since(1, "subject_match", project.subjectMatch())
                .since(4, "show_dependencies", project.showDependencies());
    }

    Shape user(UserRow user) {
        return parts.user(user);
    }

    /** Shows a user to itself. */
    Shape ownUser(UserRow user) {
        var settings = user.account().settings();
        return parts.user(user)
                .put(
                        "settings",
                        parts.shape()
                                .put("send_email", settings.sendEmail())
                                .put("items_per_page", settings.itemsPerPage())
                                .put("show_ids", settings.showIds())
                                .members());
    }

    Shape person(PersonRow person) {
        return parts.personFields(person).put("user", parts.userOf(person.user()));
    }

    Shape patch(PatchRow patch) {
        String url = "patches/" + patch.id();
        List<Object> related = new ArrayList<>();
        parts.world().patches().relatedTo(patch).forEach(other -> related.add(parts.related(other)));
        return parts.shape()
                .put("id", patch.id())
                .put("url", parts.api(url))
                .since(1, "web_url", parts.webUrl(patch.project(), "patch/" + patch.msgid()))
                .put("project", parts.projectOf(patch.project()))
                .put("msgid", patch.msgid())
                .put("date", parts.dates().mail(patch.date()))
                .put("name", patch.name())
                .since(0, "commit_ref", patch.commitRef())
                .since(0, "pull_url", patch.pullUrl())
                .put("state", parts.world().states().get(patch.state()).name())
                .put("archived", patch.archived())
                .put("hash", Parts.text(patch.hash()))
                .put("submitter", parts.personOf(patch.submitter()))
                .put("delegate", parts.userOf(patch.delegate()))
                .put("mbox", parts.mbox(url))
                .put("series", parts.seriesOf(patch.series()))
                .since(1, "comments", parts.api(url + "/comments"))
                .put("check", parts.world().checks().summary(patch.id()).word())
                .put("checks", parts.api(url + "/checks"))
                .put("tags", Tags.of(patch, parts.world().patchComments().on(patch.id())))
                .nullBefore(2, "related", related);
    }

    /** Shows a patch with its mail, though without its headers and prefixes, which are never filled in. */
    Shape patchDetail(PatchRow patch) {
        return patch(patch)
                .put("headers", null)
                .put("content", patch.content())
                .put("diff", Parts.text(patch.diff()))
                .put("prefixes", null);
    }

    Shape cover(CoverRow cover) {
        SeriesRow series = parts.world().series().ofCover(cover.id());
        String url = "covers/" + cover.id();
        return parts.shape()
                .put("id", cover.id())
                .put("url", parts.api(url))
                .since(1, "web_url", parts.webUrl(cover.project(), "cover/" + cover.msgid()))
                .put("project", parts.projectOf(cover.project()))
                .put("msgid", cover.msgid())
                .since(2, "list_archive_url", parts.archiveUrl(cover, cover.project()))
                .put("date", parts.dates().mail(cover.date()))
                .put("name", cover.name())
                .put("submitter", parts.personOf(cover.submitter()))
                .put("mbox", parts.mbox(url))
                .put("series", parts.seriesOf(series == null ? Row.NONE : series.id()))
                .since(1, "comments", parts.api(url + "/comments"));
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
        return parts.shape()
                .put("id", comment.id())
                .since(3, "url", parts.api(parents + "/" + comment.parent() + "/comments/" + comment.id()))
                .put("msgid", comment.msgid())
                .put("date", parts.dates().mail(comment.date()))
                .put("subject", HeaderText.subject(comment.rawHeaders()))
                .put("submitter", parts.personOf(comment.submitter()))
                .put("content", comment.content())
                .put("headers", HeaderText.object(comment.rawHeaders()))
                .nullBefore(3, "addressed", comment.addressed());
    }

    Shape check(CheckRow check) {
        return parts.shape()
                .put("id", check.id())
                .put("url", parts.api("patches/" + check.patch() + "/checks/" + check.id()))
                .put("user", parts.userOf(check.user()))
                .put("date", parts.dates().local(check.date()))
                .put("state", check.state().word())
                .put("target_url", Parts.orNull(check.targetUrl()))
                .put("context", check.context())
                .put("description", Parts.orNull(check.description()));
    }

    Shape series(SeriesRow series) {
        String url = "series/" + series.id();
        int received = parts.world().patches().countOfSeries(series.id());
        List<Object> patches = new ArrayList<>();
        parts.world().patches().ofSeriesByNumber(series.id()).forEach(patch -> patches.add(parts.embedded(patch)));
        CoverRow cover =
                series.cover() == Row.NONE ? null : parts.world().covers().get(series.cover());
        return parts.shape()
                .put("id", series.id())
                .put("url", parts.api(url))
                .since(1, "web_url", parts.webUrl(series.project(), url))
                .put("project", parts.projectOf(series.project()))
                .put("name", series.name())
                .put("date", parts.dates().mail(series.date()))
                .put("submitter", parts.personOf(series.submitter()))
                .put("version", series.version())
                .put("total", series.total())
                .put("received_total", received)
                .put("received_all", series.total() <= received)
                .put("mbox", parts.mbox(url))
                .put("cover_letter", cover == null ? null : parts.embedded(cover))
                .put("patches", patches)
                .nullBefore(4, "dependencies", parts.urls(parts.world().series().dependenciesOf(series.id())))
                .nullBefore(4, "dependents", parts.urls(parts.world().series().dependentsOf(series.id())))
                .put("metadata", parts.world().series().metadata(series.id()));
    }

    /** Shows a bundle in a list, where its patches are never filled in. */
    Shape bundle(BundleRow bundle) {
        return bundle(bundle, List.of());
    }

    Shape bundleDetail(BundleRow bundle) {
        return bundle(
                bundle,
                parts.world().patches().get(bundle.patches()).stream()
                        .sorted(Comparator.comparingLong(PatchRow::id))
                        .map(parts::embedded)
                        .toList());
    }

    private Shape bundle(BundleRow bundle, List<?> patches) {
        String page = "bundle/" + parts.world().users().get(bundle.owner()).username() + "/" + bundle.name();
        return parts.shape()
                .put("id", bundle.id())
                .put("url", parts.api("bundles/" + bundle.id()))
                .since(1, "web_url", parts.webUrl(bundle.project(), page))
                .put("project", parts.projectOf(bundle.project()))
                .put("name", bundle.name())
                .put("owner", parts.userOf(bundle.owner()))
                .put("patches", patches)
                .put("public", bundle.shared())
                .put("mbox", parts.mbox("bundles/" + bundle.id()));
    }

    Shape event(EventRow event) {
        return parts.shape()
                .put("id", event.id())
                .put("category", event.category().word())
                .put("project", parts.projectOf(event.project()))
                .put("date", parts.dates().local(event.date()))
                .since(2, "actor", parts.userOf(event.actor()))
                .put("payload", new Payload(parts.world(), new PlainFacts(parts.dates())).of(event));
    }

    /** Shows a webhook, but not its secret. */
    Shape webhook(WebhookRow webhook) {
        return parts.shape()
                .put("id", webhook.id())
                .put("url", webhook.url())
                .put("events", webhook.events())
                .put("active", webhook.active())
                .put("created", parts.dates().mail(webhook.created()));
    }
}
