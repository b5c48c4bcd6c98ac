package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.view.Rendering;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint has to say, before it is known whether it becomes JSON or a page.
 *
 * @param status the status code
 * @param body writes the JSON
 * @param link the header that leads to other pages, or null
 */
record Reply(int status, Body body, @Nullable String link) {

    static Reply ok(Body body) {
        return new Reply(200, body, null);
    }

    static Reply of(ApiRefusal refusal) {
        return new Reply(
                refusal.status(),
                to -> to.out()
                        .beginObject()
                        .name("detail")
                        .value(refusal.detail())
                        .endObject(),
                null);
    }

    /** Writes one JSON value. */
    @FunctionalInterface
    interface Body {
        void write(Rendering to) throws IOException;
    }
}
