package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.client.Recordings.Exchange;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.Cover;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventPayload;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.User;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object that a real server was seen to send is read, with nothing unknown, and written again as it was. */
class RecordedAnswersTest {
    private static final Pattern PATH =
            Pattern.compile("/api/(?:(1\\.\\d)/)?([a-z]+)/(?:[^/]+/)?(?:(comments|checks)/(?:[^/]+/)?)?(?:\\?.*)?");

    static Stream<Exchange> objects() {
        return Recordings.ofTheApi()
                .filter(exchange -> exchange.isJson() && exchange.status() < 300)
                .filter(exchange -> !exchange.method().equals("OPTIONS")
                        && !exchange.method().equals("HEAD"))
                .filter(exchange -> PATH.matcher(exchange.path()).matches());
    }

    @ParameterizedTest
    @MethodSource("objects")
    void isReadAndWrittenWithoutLoss(Exchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.path());
        assertThat(path.matches()).isTrue();
        ApiVersion version = path.group(1) == null ? ApiVersion.V1_4 : ApiVersion.of(path.group(1));
        boolean list = exchange.body() instanceof List<?>;
        String kind = path.group(3) == null ? path.group(2) : path.group(3);

        PatchworkJson json =
                PatchworkJson.builder().strict().apiVersion(version).build();
        boolean write = !exchange.method().equals("GET");
        for (Object object : list ? (List<?>) exchange.body() : List.of(exchange.body())) {
            assertSame(json, type(kind, list), write ? completed(object, version) : object);
        }
    }

    /** Puts back what the answer to a PATCH leaves out when a patch is in no relation, and a read tells. */
    private static Object completed(Object answer, ApiVersion version) {
        Map<Object, Object> object = new LinkedHashMap<>((Map<?, ?>) answer);
        if (object.containsKey("commit_ref") && version.isAtLeast(ApiVersion.V1_2)) {
            object.putIfAbsent("related", List.of());
        }
        return object;
    }

    private static Class<?> type(String kind, boolean list) {
        return switch (kind) {
            case "projects" -> Project.class;
            case "users" -> User.class;
            case "people" -> Person.class;
            case "patches" -> list ? PatchSummary.class : Patch.class;
            case "covers" -> list ? CoverSummary.class : Cover.class;
            case "series" -> Series.class;
            case "comments" -> Comment.class;
            case "checks" -> Check.class;
            case "bundles" -> Bundle.class;
            case "events" -> Event.class;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static <T> void assertSame(PatchworkJson json, Class<T> type, Object sent) throws IOException {
        T read = json.read(type, text(sent));

        assertThat(Recordings.fromJson(json.write(type, read))).isEqualTo(sent);
        if (read instanceof Event event) {
            assertThat(event.payload()).isNotInstanceOf(EventPayload.Unknown.class);
        }
    }

    private static String text(Object value) throws IOException {
        Buffer json = new Buffer();
        try (JsonWriter writer = JsonWriter.of(json)) {
            writer.setSerializeNulls(true);
            writer.jsonValue(value);
        }
        return json.readUtf8();
    }

    @Test
    void theWholeWorldIsReadAndWrittenWithoutLoss() throws IOException {
        Map<?, ?> world = (Map<?, ?>) Recordings.fromJson(new String(
                getClass().getResourceAsStream("/recorded/world.json").readAllBytes(), StandardCharsets.UTF_8));
        Map<String, Class<?>> tables = Map.of(
                "projects", Project.class,
                "users", User.class,
                "people", Person.class,
                "patches", Patch.class,
                "covers", Cover.class,
                "series", Series.class,
                "events", Event.class,
                "bundles", Bundle.class);
        PatchworkJson json = PatchworkJson.builder().strict().build();
        for (Map.Entry<String, Class<?>> table : tables.entrySet()) {
            for (Object row : (List<?>) world.get(table.getKey())) {
                assertSame(json, table.getValue(), row);
            }
        }
    }

    @Test
    void samplesOfAPublicServerAreReadAndWrittenWithoutLoss() throws IOException {
        String patch = Recordings.sample("patch-1551374.json");
        String cover = Recordings.sample("cover-2186662-v1.0.json");

        assertSame(PatchworkJson.builder().strict().build(), Patch.class, Recordings.fromJson(patch));
        assertSame(
                PatchworkJson.builder().strict().apiVersion(ApiVersion.V1_0).build(),
                Cover.class,
                Recordings.fromJson(cover));
    }
}
