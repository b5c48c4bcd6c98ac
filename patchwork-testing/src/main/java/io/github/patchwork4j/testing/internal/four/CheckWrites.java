package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.change.CheckPosting;
import io.github.patchwork4j.testing.internal.four.Body.Schema;
import io.github.patchwork4j.testing.internal.four.Body.ValueType;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.CheckState;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.time.Instant;

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
        Instant now = call.clock().instant();
        CheckRow check = new CheckPosting(world, call.events())
                .addOrReplace(new CheckRow(
                        Row.NONE,
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
        CheckRow changed = new CheckPosting(call.world(), call.events())
                .replace(
                        writer.id(),
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

    private static CheckRow find(Call call) {
        CheckRow check = call.find(call.world().checks(), 1);
        if (check.patch() != call.id(0)) {
            throw Problem.notFound();
        }
        return check;
    }
}
