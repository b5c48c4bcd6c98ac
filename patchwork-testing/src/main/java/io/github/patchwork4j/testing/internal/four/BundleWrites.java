package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.four.Body.Schema;
import io.github.patchwork4j.testing.internal.four.Body.ValueType;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.BundleTable;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.List;
import java.util.Objects;

/** Makes, changes and deletes bundles; by its id anybody can read one. */
final class BundleWrites {
    private static final String FAILED = "Bundle creation failed.";
    private static final Schema NEW = new Schema()
            .must(ValueType.TEXT, "name")
            .must(ValueType.NUMBERS, "patches")
            .with(ValueType.FLAG, "public");
    private static final Schema CHANGE = new Schema()
            .with(ValueType.TEXT, "name")
            .with(ValueType.NUMBERS, "patches")
            .with(ValueType.FLAG, "public");

    private BundleWrites() {}

    static Outcome get(Call call) {
        return Outcome.ok(
                "Bundle", call.shapes().bundleDetail(call.find(call.world().bundles(), 0)));
    }

    static Outcome post(Call call) {
        Body body = Body.read(call.request(), NEW);
        UserRow owner = Access.user(call);
        List<PatchRow> patches = patches(call.world(), body.numbers("patches"));
        String name = body.text("name", "");
        if (name.isEmpty()) {
            throw Problem.of(400, "A name is required.");
        }
        BundleTable bundles = call.world().bundles();
        if (bundles.named(owner.id(), name) != null) {
            throw Problem.of(400, FAILED);
        }
        BundleRow bundle = new BundleRow(
                bundles.lastId() + 1,
                patches.get(0).project(),
                name,
                owner.id(),
                body.flag("public", false),
                patches.stream().map(Row::id).toList());
        bundles.add(bundle);
        return Outcome.created("Bundle", call.shapes().bundleDetail(bundle));
    }

    static Outcome change(Call call) {
        Body body = Body.read(call.request(), CHANGE);
        BundleRow bundle = own(call);
        List<PatchRow> patches = body.has("patches")
                ? patches(call.world(), body.numbers("patches"))
                : call.world().patches().get(bundle.patches());
        String name = body.text("name", bundle.name());
        BundleRow other = call.world().bundles().named(bundle.owner(), name);
        if (other != null && other.id() != bundle.id()) {
            throw Problem.of(400, "Update failed.");
        }
        BundleRow changed = new BundleRow(
                bundle.id(),
                patches.isEmpty() ? bundle.project() : patches.get(0).project(),
                name,
                bundle.owner(),
                body.flag("public", bundle.shared()),
                patches.stream().map(Row::id).toList());
        call.world().bundles().replace(changed);
        return Outcome.ok("Bundle", call.shapes().bundleDetail(changed));
    }

    static Outcome delete(Call call) {
        call.world().bundles().remove(own(call).id());
        return Outcome.gone();
    }

    private static BundleRow own(Call call) {
        UserRow caller = Access.user(call);
        BundleRow bundle = call.find(call.world().bundles(), 0);
        if (bundle.owner() != caller.id()) {
            throw Problem.notPermitted();
        }
        return bundle;
    }

    private static List<PatchRow> patches(World world, List<Long> ids) {
        if (ids.isEmpty()) {
            throw Problem.of(400, "Bundles cannot be empty.");
        }
        List<PatchRow> found = ids.stream()
                .map(id -> world.patches().find((long) id))
                .filter(Objects::nonNull)
                .toList();
        if (found.isEmpty()) {
            throw Problem.of(400, "invalid patch IDs");
        }
        if (found.stream().map(PatchRow::project).distinct().count() > 1) {
            throw Problem.of(400, "bundle patches must belong to the same project");
        }
        if (found.stream().distinct().count() < ids.size()) {
            throw Problem.of(400, FAILED);
        }
        return found;
    }
}
