package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.list.Listings;
import io.github.patchwork4j.testing.internal.list.Source;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bundles that a caller may see, and the place where everybody who is logged in may make new ones. */
final class BundlesEndpoint extends ListEndpoint<BundleRow> {
    /** The version in which bundles became writable. */
    static final int WRITABLE_SINCE = 2;

    BundlesEndpoint(Listings listings, Permissions permissions) {
        super(
                "Bundle List",
                "List or create bundles.",
                List.of("GET", "POST"),
                listings.bundles(),
                call -> Source.of(call.world().bundles().all())
                        .where(bundle -> permissions.maySee(call.caller(), bundle)),
                PageView.each(BundleEndpoint::show));
    }

    @Override
    void admit(ApiCall call) {
        if (call.request().method().equals("POST")) {
            if (call.caller() == null) {
                throw ApiRefusal.notLoggedIn();
            }
            if (!call.version().has(WRITABLE_SINCE)) {
                throw ApiRefusal.notAllowed("POST");
            }
        }
    }

    @Override
    @Nullable Form form(ApiCall call) {
        return call.caller() != null && call.version().has(WRITABLE_SINCE) ? new Form("POST", Forms.BUNDLE) : null;
    }
}
