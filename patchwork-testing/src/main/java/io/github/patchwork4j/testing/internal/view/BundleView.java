package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.BundleRow;
import java.io.IOException;

/** Bundles; their patches come by date here, and only the mailbox keeps the owner's order. */
public final class BundleView {

    private BundleView() {}

    /**
     * Writes a bundle.
     *
     * @param to where and how
     * @param bundle the row
     * @throws IOException from the writer
     */
    public static void listed(Rendering to, BundleRow bundle) throws IOException {
        JsonWriter out = to.out();
        String page = to.pages().of(bundle);
        out.beginObject();
        out.name("id").value(bundle.id());
        out.name("url").value(to.urls().object("bundles", bundle.id()));
        if (to.version().has(1)) {
            out.name("web_url").value(to.urls().page(page));
        }
        out.name("project");
        ProjectView.embedded(to, bundle.project());
        out.name("name").value(bundle.name());
        out.name("owner");
        UserView.reference(to, bundle.owner());
        out.name("patches");
        PatchView.embedded(to, to.world().patches().byDate(bundle.patches()));
        out.name("public").value(bundle.shared());
        out.name("mbox").value(to.urls().page(page + "mbox/"));
        out.endObject();
    }
}
