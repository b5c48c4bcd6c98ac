package io.github.patchwork4j.testing;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import okio.Buffer;

/** Shows programs in other languages what became of the mails they delivered. */
final class DeliveryView {
    private DeliveryView() {}

    /** A list of objects, one for each mail, with ids only where there are some. */
    static Answer of(List<DeliveredMail> mails) {
        Buffer json = new Buffer();
        try (JsonWriter out = JsonWriter.of(json)) {
            out.beginArray();
            for (DeliveredMail mail : mails) {
                out.beginObject();
                out.name("project").value(mail.project());
                out.name("kind").value(mail.kind().name().toLowerCase(Locale.ROOT));
                id(out, "id", mail.id());
                id(out, "series", mail.series());
                out.name("why").value(mail.why());
                out.endObject();
            }
            out.endArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a buffer refused to be written", impossible);
        }
        return Answer.of(200, "application/json", json.readByteString());
    }

    private static void id(JsonWriter out, String name, long id) throws IOException {
        out.name(name);
        if (id == 0) {
            out.nullValue();
        } else {
            out.value(id);
        }
    }
}
