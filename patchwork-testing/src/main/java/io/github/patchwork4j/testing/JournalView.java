package io.github.patchwork4j.testing;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.Headers;
import okio.Buffer;

/** The journal as JSON, for programs in other languages. */
final class JournalView {

    private JournalView() {}

    static Answer of(List<JournalEntry> entries) {
        Buffer json = new Buffer();
        try (JsonWriter out = JsonWriter.of(json)) {
            out.beginArray();
            for (JournalEntry entry : entries) {
                write(entry, out);
            }
            out.endArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a buffer refused to be written", impossible);
        }
        return Answer.of(200, "application/json", json.readByteString());
    }

    private static void write(JournalEntry entry, JsonWriter out) throws IOException {
        out.beginObject();
        out.name("time").value(entry.time().toString());
        out.name("method").value(entry.method());
        out.name("target").value(entry.target());
        out.name("headers").beginArray();
        Headers headers = entry.headers();
        for (int i = 0; i < headers.size(); i++) {
            out.beginArray().value(headers.name(i)).value(headers.value(i)).endArray();
        }
        out.endArray();
        out.name("body").value(entry.body());
        out.name("status").value(entry.status());
        out.name("misreadings").beginArray();
        for (String misreading : entry.misreadings()) {
            out.value(misreading);
        }
        out.endArray();
        out.endObject();
    }
}
