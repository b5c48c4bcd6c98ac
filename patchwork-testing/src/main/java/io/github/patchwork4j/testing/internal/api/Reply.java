package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.internal.input.InvalidInput;
import io.github.patchwork4j.testing.internal.view.Rendering;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint has to say, before it is known whether it becomes JSON or a page.
 *
 * @param status the status code
 * @param body writes the JSON
 * @param link the header that leads to other pages, or null
 * @param location the header that leads to what was made, or null
 */
record Reply(
        int status,
        Body body,
        @Nullable String link,
        @Nullable String location) {

    static Reply ok(Body body) {
        return new Reply(200, body, null, null);
    }

    static Reply created(Body body, String location) {
        return new Reply(201, body, null, location);
    }

    static Reply gone() {
        return new Reply(204, to -> {}, null, null);
    }

    static Reply of(InvalidInput invalid) {
        return new Reply(400, to -> to.out().jsonValue(invalid.errors()), null, null);
    }

    static Reply of(ApiRefusal refusal, LibraryStack libraries) {
        return new Reply(
                refusal.status(),
                to -> to.out()
                        .beginObject()
                        .name("detail")
                        .value(refusal.detail(libraries))
                        .endObject(),
                null,
                null);
    }

    /** Writes one JSON value. */
    @FunctionalInterface
    interface Body {
        void write(Rendering to) throws IOException;
    }
}
