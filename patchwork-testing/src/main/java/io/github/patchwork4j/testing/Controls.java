package io.github.patchwork4j.testing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.server.Reception;

/** The paths below {@code /fake/}, by which programs in other languages control a fake. */
final class Controls {
    private final FakePatchwork fake;

    Controls(FakePatchwork fake) {
        this.fake = fake;
    }

    void openAt(Reception reception) {
        reception.add("GET", "/fake/requests", request -> JournalView.of(fake.requests()));
        reception.add("POST", "/fake/reset", request -> {
            fake.reset();
            return Answer.empty(204);
        });
        reception.add(
                "POST",
                "/fake/mail",
                request -> DeliveryView.of(fake.deliver(Bytes.of(request.body().toByteArray()))));
    }
}
