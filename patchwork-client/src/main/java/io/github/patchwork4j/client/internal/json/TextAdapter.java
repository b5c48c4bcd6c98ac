package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a value type from its text, and writes the text again. */
final class TextAdapter<T> extends JsonAdapter<T> {
    private final Function<String, T> read;
    private final @Nullable T none;

    /**
     * Makes an adapter.
     *
     * @param read makes a value of a text that is not empty
     * @param none the value of an empty text, if there is one
     */
    TextAdapter(Function<String, T> read, @Nullable T none) {
        this.read = read;
        this.none = none;
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        String text = reader.nextString();
        if (text.isEmpty() && none != null) {
            return none;
        }
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new JsonDataException(e.getMessage() + " at " + reader.getPath(), e);
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        writer.value(value == null ? null : value.toString());
    }
}
