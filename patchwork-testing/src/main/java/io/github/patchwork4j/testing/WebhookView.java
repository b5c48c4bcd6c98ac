package io.github.patchwork4j.testing;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okio.Buffer;

/** Shows programs in other languages what was posted to webhooks. */
final class WebhookView {
    private WebhookView() {}

    static Answer of(List<WebhookPost> posts) {
        Buffer json = new Buffer();
        try (JsonWriter out = JsonWriter.of(json)) {
            out.beginArray();
            for (WebhookPost post : posts) {
                out.beginObject();
                out.name("webhook").value(post.webhook());
                out.name("event").value(post.event());
                out.name("url").value(post.url());
                out.name("status").value(post.status());
                out.name("problem").value(post.problem());
                out.endObject();
            }
            out.endArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a buffer refused to be written", impossible);
        }
        return Answer.of(200, "application/json", json.readByteString());
    }
}
