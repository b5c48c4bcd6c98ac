package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.MailHeaders;
import java.util.stream.Collectors;
import okio.ByteString;

/**
 * What is posted to webhooks: the rows themselves, not what the API makes of them, without the states of a patch, who acted
 * and what was checked.
 *
 * @param world where rows are looked up
 * @param dates how dates are written
 */
record WebhookBody(World world, Dates dates) implements Payload.Facts {

    /** Writes an event; what HTML could misread is escaped. */
    ByteString of(EventRow event) {
        Shape body = new Shape(0)
                .put("id", event.id())
                .put("category", event.category().word())
                .put("date", dates.local(event.date()))
                .put("project", project(world.projects().get(event.project())).members())
                .put("actor", null)
                .put("payload", new Payload(world, this).of(event));
        String json = Json.text(body.members())
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
        return ByteString.encodeUtf8(json);
    }

    private static Shape project(ProjectRow project) {
        return new Shape(0)
                .put("id", project.id())
                .putIfSet("name", project.name())
                .putIfSet("link_name", project.linkName())
                .putIfSet("list_id", project.listId())
                .putIfSet("list_email", project.listEmail())
                .putIfSet("web_url", project.webUrl())
                .putIfSet("scm_url", project.scmUrl())
                .putIfSet("webscm_url", project.webscmUrl())
                .put("maintainers", null)
                .putIfSet("subject_match", project.subjectMatch())
                .putIfSet("list_archive_url", project.listArchiveUrl())
                .putIfSet("list_archive_url_format", project.listArchiveUrlFormat())
                .putIfSet("commit_url_format", project.commitUrlFormat())
                .put("show_dependencies", project.showDependencies());
    }

    @Override
    public Shape patch(PatchRow patch) {
        return mail(patch.id(), patch.msgid(), patch.date(), patch.rawHeaders(), patch.content())
                .put("name", patch.name())
                .put("diff", patch.diff())
                .since(0, "commit_ref", patch.commitRef())
                .since(0, "pull_url", patch.pullUrl())
                .put("archived", patch.archived())
                .since(0, "hash", patch.hash())
                .put("related", null)
                .put("tags", null)
                .put("series", null);
    }

    @Override
    public Shape cover(CoverRow cover) {
        return mail(cover.id(), cover.msgid(), cover.date(), cover.rawHeaders(), cover.content())
                .put("name", cover.name())
                .put("series", null);
    }

    @Override
    public Shape comment(CommentRow comment) {
        return mail(comment.id(), comment.msgid(), comment.date(), comment.rawHeaders(), comment.content())
                .put("addressed", comment.addressed());
    }

    @Override
    public Shape series(SeriesRow series) {
        return new Shape(0)
                .put("id", series.id())
                .put("name", series.name())
                .put("date", dates.mail(series.date()))
                .put("version", series.version())
                .put("total", series.total())
                .put("received_total", 0)
                .put("received_all", false)
                .put("cover_letter", null)
                .put("patches", null)
                .put("metadata", null)
                .put("dependencies", null)
                .put("dependents", null)
                .put("previous_series", null)
                .put("next_series", null);
    }

    @Override
    public boolean tellStates() {
        return false;
    }

    private Shape mail(long id, String msgid, long date, String rawHeaders, String content) {
        return new Shape(0)
                .put("id", id)
                .put("msgid", msgid)
                .put("date", dates.mail(date))
                .put("headers", headers(rawHeaders))
                .put("content", content);
    }

    private static String headers(String rawHeaders) {
        return HeaderText.fields(rawHeaders).stream().map(WebhookBody::line).collect(Collectors.joining("\n"));
    }

    private static String line(MailHeaders.Field field) {
        return field.name() + ": " + field.value();
    }
}
