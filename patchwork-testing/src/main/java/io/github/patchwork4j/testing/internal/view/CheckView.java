package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.CheckRow;
import java.io.IOException;

/** Checks in their two forms: embedded and in full. */
public final class CheckView {

    private CheckView() {}

    /**
     * Writes a check.
     *
     * @param to where and how
     * @param check the row
     * @throws IOException from the writer
     */
    public static void detailed(Rendering to, CheckRow check) throws IOException {
        JsonWriter out = to.out();
        out.beginObject();
        identity(to, check);
        out.name("user");
        UserView.reference(to, check.user());
        result(to, check);
        out.name("description").value(check.description());
        out.endObject();
    }

    /**
     * Writes the check that an event is about.
     *
     * @param to where and how
     * @param check the row
     * @throws IOException from the writer
     */
    static void embedded(Rendering to, CheckRow check) throws IOException {
        to.out().beginObject();
        identity(to, check);
        result(to, check);
        to.out().endObject();
    }

    private static void identity(Rendering to, CheckRow check) throws IOException {
        to.out().name("id").value(check.id());
        to.out().name("url").value(to.urls().object("patches/" + check.patch() + "/checks", check.id()));
    }

    private static void result(Rendering to, CheckRow check) throws IOException {
        MailView.date(to, check.date());
        to.out().name("state").value(check.state().word());
        to.out().name("target_url").value(check.targetUrl());
        to.out().name("context").value(check.context());
    }
}
