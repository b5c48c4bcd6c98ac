package io.github.patchwork4j.testing.internal.snapshot;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.EventTrouble;
import io.github.patchwork4j.testing.internal.state.Account;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.DelegationRule;
import io.github.patchwork4j.testing.internal.state.Mail;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesReference;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.SeriesTable;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.WebhookRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.Micros;
import io.github.patchwork4j.testing.internal.view.UserView;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the part of a snapshot that no API shows. */
final class HiddenWriter {
    private final World world;
    private final JsonWriter out;

    private HiddenWriter(World world, JsonWriter out) {
        this.world = world;
        this.out = out;
    }

    static void write(World world, JsonWriter out) throws IOException {
        new HiddenWriter(world, out).write();
    }

    private void write() throws IOException {
        out.name("hidden").beginObject();
        accounts();
        projects();
        patches();
        mails("covers", world.covers().all());
        mails("patch_comments", world.patchComments().all());
        mails("cover_comments", world.coverComments().all());
        series();
        bundles();
        delegationRules();
        lastIds();
        out.name("server_time_zone").value(world.timeZone());
        webhooks();
        eventTroubles();
        out.endObject();
    }

    private void accounts() throws IOException {
        out.name("accounts").beginArray();
        for (UserRow user : world.users().all()) {
            Account account = user.account();
            out.beginObject();
            out.name("id").value(user.id());
            out.name("username").value(user.username());
            out.name("password").value(account.password());
            out.name("token").value(account.token());
            out.name("is_active").value(account.active());
            out.name("is_staff").value(account.staff());
            out.name("is_superuser").value(account.superuser());
            out.name("profile_id").value(account.profileId());
            ids("maintains", account.maintains());
            out.name("settings");
            UserView.settings(out, account.settings());
            out.endObject();
        }
        out.endArray();
    }

    private void projects() throws IOException {
        out.name("projects").beginArray();
        for (ProjectRow project : world.projects().all()) {
            out.beginObject();
            out.name("id").value(project.id());
            out.name("use_tags").value(project.useTags());
            out.name("send_notifications").value(project.sendNotifications());
            out.endObject();
        }
        out.endArray();
    }

    private void patches() throws IOException {
        out.name("patches").beginArray();
        for (PatchRow patch : world.patches().all()) {
            out.beginObject();
            out.name("id").value(patch.id());
            reference("series", patch.series());
            out.name("number").value(patch.number());
            reference("relation", patch.relation());
            out.name("raw_headers").value(patch.rawHeaders());
            out.endObject();
        }
        out.endArray();
    }

    private void mails(String name, List<? extends Mail> mails) throws IOException {
        out.name(name).beginArray();
        for (Mail mail : mails) {
            out.beginObject();
            out.name("id").value(mail.id());
            out.name("raw_headers").value(mail.rawHeaders());
            out.endObject();
        }
        out.endArray();
    }

    private void series() throws IOException {
        out.name("series").beginArray();
        for (SeriesRow series : world.series().all()) {
            out.beginObject();
            out.name("id").value(series.id());
            reference("cover", series.cover());
            metadata(world.series().metadata(series.id()));
            out.endObject();
        }
        out.endArray();
        out.name("series_dependencies").beginArray();
        for (SeriesTable.Dependency dependency : world.series().dependencies()) {
            out.beginArray()
                    .value(dependency.series())
                    .value(dependency.needed())
                    .endArray();
        }
        out.endArray();
        out.name("series_references").beginArray();
        for (SeriesReference reference : world.seriesReferences().all()) {
            out.beginArray()
                    .value(reference.project())
                    .value(reference.msgid())
                    .value(reference.series())
                    .endArray();
        }
        out.endArray();
    }

    private void metadata(Map<String, String> texts) throws IOException {
        if (!texts.isEmpty()) {
            out.name("metadata").jsonValue(texts);
        }
    }

    private void webhooks() throws IOException {
        if (world.webhooks().lastId() == Row.NONE) {
            return;
        }
        out.name("webhooks").beginArray();
        for (WebhookRow webhook : world.webhooks().all()) {
            out.beginObject();
            out.name("id").value(webhook.id());
            out.name("project").value(webhook.project());
            out.name("url").value(webhook.url());
            out.name("secret").value(webhook.secret());
            out.name("events").value(webhook.events());
            out.name("active").value(webhook.active());
            out.name("created").value(Micros.format(webhook.created()));
            out.endObject();
        }
        out.endArray();
    }

    private void eventTroubles() throws IOException {
        if (!world.events().troubles().isEmpty()) {
            out.name("event_troubles").beginArray();
            for (EventTrouble trouble : world.events().troubles()) {
                out.value(trouble.name().toLowerCase(Locale.ROOT));
            }
            out.endArray();
        }
        if (!world.events().late().isEmpty()) {
            out.name("late_events").beginArray();
            for (Map.Entry<Long, Instant> late : world.events().late().entrySet()) {
                out.beginArray();
                out.value(late.getKey()).value(late.getValue().toString());
                out.endArray();
            }
            out.endArray();
        }
    }

    private void bundles() throws IOException {
        out.name("bundle_patch_order").beginObject();
        for (BundleRow bundle : world.bundles().all()) {
            ids(Long.toString(bundle.id()), bundle.patches());
        }
        out.endObject();
    }

    private void delegationRules() throws IOException {
        out.name("delegation_rules").beginArray();
        for (DelegationRule rule : world.delegationRules()) {
            out.beginObject();
            out.name("project").value(rule.project());
            out.name("user").value(rule.user());
            out.name("path").value(rule.path());
            out.name("priority").value(rule.priority());
            out.endObject();
        }
        out.endArray();
    }

    private void lastIds() throws IOException {
        out.name("last_id").beginObject();
        for (Map.Entry<String, Table<?>> table : LastIds.tables(world).entrySet()) {
            boolean unknown =
                    table.getKey().equals(LastIds.WEBHOOK) && table.getValue().lastId() == Row.NONE;
            if (!unknown) {
                out.name(table.getKey()).value(table.getValue().lastId());
            }
        }
        for (Map.Entry<String, Long> other : world.otherLastIds().entrySet()) {
            out.name(other.getKey()).value(other.getValue());
        }
        out.endObject();
    }

    private void ids(String name, List<Long> ids) throws IOException {
        out.name(name).beginArray();
        for (Long id : ids) {
            out.value(id);
        }
        out.endArray();
    }

    private void reference(String name, long id) throws IOException {
        out.name(name).value(id == Row.NONE ? null : (Long) id);
    }
}
