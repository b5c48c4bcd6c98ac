package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.list.Listings;
import io.github.patchwork4j.testing.internal.list.Source;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.Row;
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
        admitToBundles(call);
    }

    /** Lets nobody post without a login, be it to a place that takes no posts, and nobody write with an older version. */
    static void admitToBundles(ApiCall call) {
        String method = call.request().method();
        if (method.equals("POST") && call.caller() == null) {
            throw ApiRefusal.notLoggedIn();
        }
        if (!call.request().isSafe() && !call.version().has(WRITABLE_SINCE)) {
            throw ApiRefusal.notAllowed(method);
        }
    }

    @Override
    Reply write(ApiCall call) {
        long id = call.world().bundles().lastId() + 1;
        BundleRow empty = new BundleRow(id, Row.NONE, "", call.writer().id(), false, List.of());
        BundleRow bundle = BundleInput.read(call, empty);
        call.world().bundles().add(bundle);
        return Reply.created(to -> BundleEndpoint.show(to, bundle), call.urls().object("bundles", id));
    }

    @Override
    @Nullable Form form(ApiCall call) {
        return call.caller() != null && call.version().has(WRITABLE_SINCE) ? new Form("POST", Forms.BUNDLE) : null;
    }
}
