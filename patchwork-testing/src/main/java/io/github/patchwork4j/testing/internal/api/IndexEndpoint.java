package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.view.IndexView;
import java.util.List;

/** The index of the API. */
final class IndexEndpoint extends Endpoint {

    IndexEndpoint() {
        super("Index", "Show the lists of the API.", List.of("GET"));
    }

    @Override
    Reply get(ApiCall call) {
        return Reply.ok(IndexView::write);
    }

    @Override
    Reply write(ApiCall call) {
        throw ApiRefusal.notAllowed(call.request().method());
    }
}
