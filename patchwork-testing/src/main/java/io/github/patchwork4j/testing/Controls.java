package io.github.patchwork4j.testing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.server.Reception;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okio.ByteString;

/** The paths below {@code /fake/}, by which programs in other languages control a fake. */
final class Controls {
    private static final Duration LONGEST = Duration.ofSeconds(15);

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
        reception.add("POST", "/fake/mail", this::mail);
        reception.add("GET", "/fake/webhooks", request -> webhooks());
    }

    private Answer mail(Request request) {
        Optional<String> listId = request.query().all("list-id").stream().findFirst();
        if (listId.isPresent() && listId.get().isBlank()) {
            return refusal("the list-id is empty");
        }
        try {
            List<DeliveredMail> mails = fake.deliver(Bytes.of(request.body().toByteArray()), listId);
            return mails.isEmpty() ? refusal("there is no mail in the body") : DeliveryView.of(mails);
        } catch (IllegalArgumentException nameIsTaken) {
            return refusal(String.valueOf(nameIsTaken.getMessage()));
        }
    }

    private Answer webhooks() {
        try {
            return WebhookView.of(fake.awaitWebhooks(LONGEST));
        } catch (IllegalStateException late) {
            return Answer.of(503, "text/plain; charset=utf-8", ByteString.encodeUtf8(late.getMessage() + "\n"));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Answer.empty(503);
        }
    }

    private static Answer refusal(String why) {
        return Answer.of(400, "text/plain; charset=utf-8", ByteString.encodeUtf8(why + "\n"));
    }
}
