package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.view.BundleView;
import io.github.patchwork4j.testing.internal.view.Rendering;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One bundle; a private one does not exist for anybody but its owner. */
final class BundleEndpoint extends DetailEndpoint<BundleRow> {
    private static final List<String> WRITES = List.of("PUT", "PATCH", "DELETE");

    BundleEndpoint(Permissions permissions) {
        super(
                "Bundle",
                "Bundle Detail",
                description("a bundle") + "\n\ndelete:\nDelete a bundle.",
                call -> visible(call, permissions),
                BundleEndpoint::show,
                new Writing<>(WRITES, permissions::mayEdit, new Form("PUT", Forms.BUNDLE)));
    }

    @Override
    void admit(ApiCall call) {
        BundlesEndpoint.admitToBundles(call);
    }

    @Override
    Reply change(ApiCall call, BundleRow bundle) {
        if (call.request().method().equals("DELETE")) {
            call.world().bundles().remove(bundle.id());
            return Reply.gone();
        }
        BundleRow changed = BundleInput.read(call, bundle);
        call.world().bundles().replace(changed);
        return Reply.ok(to -> show(to, changed));
    }

    @Override
    @Nullable Form form(ApiCall call) {
        return call.version().has(BundlesEndpoint.WRITABLE_SINCE) ? super.form(call) : null;
    }

    /** Shows a bundle, unless there is a slash in its name: such a bundle can be stored, but the server has no page for it. */
    static void show(Rendering to, BundleRow bundle) throws IOException {
        if (bundle.name().contains("/")) {
            throw new ServerFault("bundle " + bundle.id() + " has a slash in its name: " + bundle.name());
        }
        BundleView.listed(to, bundle);
    }

    private static @Nullable BundleRow visible(ApiCall call, Permissions permissions) {
        BundleRow bundle = call.world().bundles().find(call.id(0));
        return bundle != null && permissions.maySee(call.caller(), bundle) ? bundle : null;
    }
}
