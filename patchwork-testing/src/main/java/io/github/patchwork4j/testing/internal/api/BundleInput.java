package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.input.BadValue;
import io.github.patchwork4j.testing.internal.input.Field;
import io.github.patchwork4j.testing.internal.input.Given;
import io.github.patchwork4j.testing.internal.input.Input;
import io.github.patchwork4j.testing.internal.input.Texts;
import io.github.patchwork4j.testing.internal.input.Values;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.List;

/** What a client says about a bundle. */
final class BundleInput {

    private BundleInput() {}

    /** Returns a bundle with what was sent put into it. */
    static BundleRow read(ApiCall call, BundleRow bundle) {
        World world = call.world();
        Input input = call.input();
        Given<String> name = input.read(Texts.filled("name", 50).must());
        Given<List<PatchRow>> patches = input.read(patches(world));
        Given<Boolean> shared = input.read(Values.flag("public", world.libraries()));
        input.finish();
        List<PatchRow> rows = patches.or(world.patches().get(bundle.patches()));
        String newName = name.or(bundle.name());
        BundleRow other = world.bundles().named(bundle.owner(), newName);
        if (other != null && other.id() != bundle.id()) {
            throw new ServerFault("the owner has another bundle of the name " + newName);
        }
        if (newName.contains("/")) {
            call.request().remarks().beforeFault("no list can show a bundle with a slash in its name: " + newName);
        }
        return new BundleRow(
                bundle.id(),
                rows.isEmpty() ? bundle.project() : rows.get(0).project(),
                newName,
                bundle.owner(),
                shared.or(bundle.shared()),
                rows.stream().map(Row::id).distinct().toList());
    }

    private static Field<List<PatchRow>> patches(World world) {
        Field<List<PatchRow>> any = Values.references("patches", world, world.patches());
        return any.must().checked(rows -> {
            if (rows.isEmpty()) {
                throw new BadValue("Bundles cannot be empty");
            }
            if (rows.stream().map(PatchRow::project).distinct().count() > 1) {
                throw new BadValue("Bundle patches must belong to the same project");
            }
        });
    }
}
