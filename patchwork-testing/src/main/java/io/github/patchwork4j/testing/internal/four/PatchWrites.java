package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.change.PatchChange;
import io.github.patchwork4j.testing.internal.four.Body.Schema;
import io.github.patchwork4j.testing.internal.four.Body.ValueType;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.StateRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Changes a patch. A state goes by its name, anybody can be the delegate, and nothing can be taken back to null. */
final class PatchWrites {
    private static final Schema SCHEMA = new Schema()
            .with(ValueType.TEXT, "state", "commit_ref", "pull_url")
            .with(ValueType.NUMBER, "delegate")
            .with(ValueType.FLAG, "archived")
            .with(ValueType.NUMBERS, "related");

    private PatchWrites() {}

    static Outcome change(Call call) {
        Body body = Body.read(call.request(), SCHEMA);
        UserRow writer = Access.user(call);
        World world = call.world();
        PatchRow patch = call.find(world.patches(), 0);
        Access.mayWrite(writer, patch.project());
        PatchRow changed = patch.with(
                body.has("commit_ref") ? body.text("commit_ref", "") : patch.commitRef(),
                body.has("pull_url") ? body.text("pull_url", "") : patch.pullUrl(),
                body.has("state") ? state(world, body.text("state", "")) : patch.state(),
                body.flag("archived", patch.archived()),
                body.has("delegate") ? delegate(world, body.number("delegate", 0)) : patch.delegate());
        if (body.has("related")) {
            relate(call, writer, patch, body.numbers("related"));
        }
        new PatchChange(world, call.events(), writer.id()).store(changed);
        return Outcome.ok("Patch", call.shapes().patchDetail(world.patches().get(patch.id())));
    }

    private static long state(World world, String name) {
        return world.states().all().stream()
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .map(StateRow::id)
                .orElseThrow(() -> Problem.of(400, "Invalid state."));
    }

    private static long delegate(World world, long id) {
        if (world.users().find(id) == null) {
            throw Problem.of(400, "Update failed.");
        }
        return id;
    }

    /** Refuses a relation; what is not refused by a rule is not found, for the database loses the change. */
    private static void relate(Call call, UserRow writer, PatchRow patch, List<Long> ids) {
        World world = call.world();
        List<PatchRow> named = new ArrayList<>();
        for (long id : ids) {
            PatchRow other = world.patches().find(id);
            if (other == null) {
                throw Problem.of(400, "patch " + id + " not found");
            }
            if (!writer.maintains(other.project()) && !writer.account().superuser()) {
                throw Problem.of(403, "forbidden");
            }
            named.add(other);
        }
        long relations = Stream.concat(Stream.of(patch), named.stream())
                .mapToLong(PatchRow::relation)
                .filter(relation -> relation != Row.NONE)
                .distinct()
                .count();
        if (relations > 1) {
            throw Problem.of(409, "conflict");
        }
        call.request().remarks().add("4.0 cannot write \"related\" on PostgreSQL, so that nothing is changed");
        throw Problem.notFound();
    }
}
