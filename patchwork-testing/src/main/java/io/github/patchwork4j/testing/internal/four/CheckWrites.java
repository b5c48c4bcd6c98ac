package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.change.EventLog;
import io.github.patchwork4j.testing.internal.four.Body.Schema;
import io.github.patchwork4j.testing.internal.four.Body.ValueType;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CheckState;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow.Subjects;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Posts and changes checks: of each user there is one check of a context for a patch, which a second post changes. */
final class CheckWrites {
    private static final Schema SCHEMA = new Schema()
            .must(ValueType.RESULT, "state")
            .must(ValueType.TEXT, "context")
            .with(ValueType.TEXT, "target_url", "description");

    private CheckWrites() {}

    static Outcome get(Call call) {
        return Outcome.ok("Check", call.shapes().check(find(call)));
    }

    static Outcome post(Call call) {
        Body body = Body.read(call.request(), SCHEMA);
        UserRow writer = Access.user(call);
        World world = call.world();
        PatchRow patch = call.find(world.patches(), 0);
        Access.mayWrite(writer, patch.project());
        String context = body.text("context", "");
        CheckRow old = world.checks().of(patch.id()).stream()
                .filter(check -> check.user() == writer.id() && check.context().equals(context))
                .findFirst()
                .orElse(null);
        Instant now = call.clock().instant();
        CheckRow check = store(
                call,
                writer,
                old,
                new CheckRow(
                        old == null ? world.checks().lastId() + 1 : old.id(),
                        patch.id(),
                        writer.id(),
                        0,
                        CheckState.of(body.text("state", "")),
                        body.orNull("target_url", null),
                        context,
                        body.orNull("description", null)));
        // The answer has the time as it was taken, finer than it is kept.
        return Outcome.created(
                "Check", call.shapes().check(check).put("date", call.dates().zoned(now)));
    }

    static Outcome change(Call call) {
        Body body = Body.read(call.request(), SCHEMA);
        UserRow writer = Access.user(call);
        CheckRow old = find(call);
        Access.mayWrite(writer, call.world().patches().get(old.patch()).project());
        CheckRow changed = store(
                call,
                writer,
                old,
                new CheckRow(
                        old.id(),
                        old.patch(),
                        old.user(),
                        0,
                        CheckState.of(body.text("state", "")),
                        body.orNull("target_url", old.targetUrl()),
                        old.context(),
                        body.orNull("description", old.description())));
        return Outcome.ok("Check", call.shapes().check(changed));
    }

    /** Keeps a check with the date of now, and notes whether it is new. */
    private static CheckRow store(Call call, UserRow writer, @Nullable CheckRow old, CheckRow check) {
        World world = call.world();
        EventLog events = call.events();
        CheckRow dated = check.at(events.now());
        if (old != null) {
            world.checks().remove(old.id());
        }
        world.checks().add(dated);
        events.add(
                old == null ? EventCategory.CHECK_CREATED : EventCategory.CHECK_UPDATED,
                world.patches().get(check.patch()).project(),
                writer.id(),
                new Subjects(check.patch(), Row.NONE, Row.NONE, Row.NONE, check.id()));
        return dated;
    }

    private static CheckRow find(Call call) {
        CheckRow check = call.find(call.world().checks(), 1);
        if (check.patch() != call.id(0)) {
            throw Problem.notFound();
        }
        return check;
    }
}
