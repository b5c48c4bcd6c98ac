package io.github.patchwork4j.mbox;

import com.squareup.moshi.Moshi;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The JSON that a real Patchwork server sent, as maps and lists. */
public final class Recorded {
    private Recorded() {}

    /** A file of the test data, by its name below the root of the class path. */
    public static Path resource(String name) throws URISyntaxException {
        return new File(Objects.requireNonNull(Recorded.class.getResource(name)).toURI()).toPath();
    }

    public static Map<?, ?> json(Path file) throws IOException {
        Object value = new Moshi.Builder().build().adapter(Object.class).fromJson(Files.readString(file));
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    public static Map<?, ?> world() throws IOException, URISyntaxException {
        return json(resource("/recorded/world.json"));
    }

    public static List<Map<?, ?>> objects(Map<?, ?> object, String key) {
        return ((List<?>) Objects.requireNonNull(object.get(key)))
                .stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList();
    }

    public static Map<?, ?> object(Map<?, ?> object, String key) {
        return (Map<?, ?>) Objects.requireNonNull(object.get(key));
    }

    /** The text; empty for null. */
    public static String text(Map<?, ?> object, String key) {
        return object.get(key) instanceof String text ? text : "";
    }

    /** The number; 0 for null. */
    public static int number(Map<?, ?> object, String key) {
        return object.get(key) instanceof Number number ? number.intValue() : 0;
    }
}
