package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.list.Listings;
import io.github.patchwork4j.testing.internal.list.Source;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.view.CheckView;
import java.util.List;

/** The checks of a patch, and the place where new ones are posted. */
final class ChecksEndpoint extends ListEndpoint<CheckRow> {
    private final Permissions permissions;

    ChecksEndpoint(Listings listings, Permissions permissions) {
        super(
                "Check List Create",
                "get:\nList checks.\n\npost:\nCreate a check.",
                List.of("GET", "POST"),
                listings.checks(),
                call -> Source.of(call.world().checks().of(patch(call).id())),
                PageView.each(CheckView::detailed));
        this.permissions = permissions;
    }

    /** Refuses with the same words whether somebody is logged in or not, other than all other endpoints. */
    @Override
    Reply write(ApiCall call) {
        if (!permissions.mayEdit(call.caller(), patch(call))) {
            throw ApiRefusal.notPermitted();
        }
        return super.write(call);
    }

    /** Shows the form to everybody, for who may post is decided after the post has arrived. */
    @Override
    Form form(ApiCall call) {
        return new Form("POST", Forms.CHECK);
    }

    private static PatchRow patch(ApiCall call) {
        PatchRow patch = call.world().patches().find(call.id(0));
        if (patch == null) {
            throw ApiRefusal.notFound();
        }
        return patch;
    }
}
