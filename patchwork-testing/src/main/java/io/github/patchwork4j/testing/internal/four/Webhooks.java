package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.four.Body.Schema;
import io.github.patchwork4j.testing.internal.four.Body.ValueType;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.Table;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.WebhookRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** The webhooks of a project, which only its maintainers and the administrators see. */
final class Webhooks {
    private static final Schema NEW =
            new Schema().must(ValueType.TEXT, "url", "secret", "events").with(ValueType.FLAG, "active");
    private static final Schema CHANGE =
            new Schema().with(ValueType.TEXT, "url", "secret", "events").with(ValueType.FLAG, "active");

    private Webhooks() {}

    static Action list() {
        return new ListRules<WebhookRow>(
                call -> {
                    admit(call);
                    return table(call).all().stream()
                            .filter(webhook -> webhook.project() == call.id(0))
                            .toList();
                },
                Shapes::webhook);
    }

    static Outcome get(Call call) {
        admit(call);
        return Outcome.ok("Webhook", call.shapes().webhook(find(call)));
    }

    static Outcome post(Call call) {
        Body body = Body.read(call.request(), NEW);
        admit(call);
        if (call.world().projects().find(call.id(0)) == null) {
            throw Problem.notFound();
        }
        String events = body.text("events", "");
        if (!events.isEmpty() && !events.equals("*")) {
            boolean known =
                    Arrays.stream(events.split(",", -1)).map(String::strip).allMatch(EventCategory.words()::contains);
            if (!known) {
                throw Problem.of(400, "Invalid event category.");
            }
        }
        String url = body.text("url", "");
        if (isTaken(call, url, Row.NONE)) {
            throw Problem.of(400, "Webhook creation failed.");
        }
        WebhookRow webhook = new WebhookRow(
                table(call).lastId() + 1,
                call.id(0),
                url,
                body.text("secret", ""),
                events.isEmpty() ? "*" : events,
                body.flag("active", true),
                ChronoUnit.MICROS.between(Instant.EPOCH, call.clock().instant()));
        table(call).add(webhook);
        return Outcome.created("Webhook", call.shapes().webhook(webhook));
    }

    /** Changes a webhook; its categories are not looked at again. */
    static Outcome change(Call call) {
        Body body = Body.read(call.request(), CHANGE);
        admit(call);
        WebhookRow old = find(call);
        if (isTaken(call, body.text("url", old.url()), old.id())) {
            throw Problem.of(400, "Update failed.");
        }
        WebhookRow changed = new WebhookRow(
                old.id(),
                old.project(),
                body.text("url", old.url()),
                body.text("secret", old.secret()),
                body.text("events", old.events()),
                body.flag("active", old.active()),
                old.created());
        table(call).replace(changed);
        return Outcome.ok("Webhook", call.shapes().webhook(changed));
    }

    /** Deletes a webhook, or nothing. */
    static Outcome delete(Call call) {
        admit(call);
        WebhookRow webhook = table(call).find(call.id(1));
        if (webhook != null && webhook.project() == call.id(0)) {
            table(call).remove(webhook.id());
        }
        return Outcome.gone();
    }

    private static boolean isTaken(Call call, String url, long own) {
        return table(call).all().stream()
                .anyMatch(other -> other.project() == call.id(0)
                        && other.id() != own
                        && other.url().equals(url));
    }

    private static void admit(Call call) {
        UserRow caller = Access.user(call);
        Access.mayWrite(caller, call.id(0));
    }

    private static WebhookRow find(Call call) {
        WebhookRow webhook = call.find(table(call), 1);
        if (webhook.project() != call.id(0)) {
            throw Problem.notFound();
        }
        return webhook;
    }

    private static Table<WebhookRow> table(Call call) {
        return call.world().webhooks();
    }
}
