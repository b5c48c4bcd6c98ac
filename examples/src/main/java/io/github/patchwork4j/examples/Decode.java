package io.github.patchwork4j.examples;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.github.patchwork4j.client.PatchworkJson;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Cover;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.Series;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Reads stored answers of the API into the model and writes them again. */
@Command(
        name = "decode",
        description = "Reads answers of the API (the detail of a patch, a cover letter or a series) and prints them"
                + " with their fields sorted and indented.")
final class Decode extends FilesCommand {
    private static final Pattern VERSION = Pattern.compile("/api/(1\\.\\d+)/");

    @Override
    void read(Path file, PrintWriter out) throws IOException {
        out.println(decode(Files.readString(file)));
    }

    private static String decode(String json) throws IOException {
        if (!(value(json) instanceof Map<?, ?> fields)) {
            throw new JsonDataException("no JSON object");
        }
        PatchworkJson.Builder codec = PatchworkJson.builder().apiVersion(version(fields));
        if (fields.containsKey("$schema")) {
            codec.zonedDates(); // as the answer has them: it is one of Patchwork 4.0
        }
        return normalise(codec.build(), type(fields), json);
    }

    private static @Nullable Object value(String json) throws IOException {
        try {
            return JsonReader.of(new Buffer().writeUtf8(json)).readJsonValue();
        } catch (JsonEncodingException | EOFException e) {
            throw new JsonDataException("no JSON", e);
        }
    }

    private static <T> String normalise(PatchworkJson codec, Class<T> type, String json) {
        return codec.writeIndented(type, codec.read(type, json));
    }

    /** Tells the three apart by what only one of them has. */
    private static Class<?> type(Map<?, ?> fields) {
        if (fields.containsKey("received_total")) {
            return Series.class;
        }
        return fields.containsKey("state") || fields.containsKey("diff") ? Patch.class : Cover.class;
    }

    /** An answer names its version in its own address; without one it is of the newest. */
    private static ApiVersion version(Map<?, ?> fields) {
        Matcher url = VERSION.matcher(String.valueOf(fields.get("url")));
        return url.find() ? ApiVersion.of(url.group(1)) : ApiVersion.V1_4;
    }
}
