package io.github.patchwork4j.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of Django, its REST framework and its filters, about values that no recorded exchange holds: answers of the
 * libraries themselves, see the README beside the table.
 */
class FrameworkRulesTest {
    private static final String MAINT = "Token 7f00ccd08c8e886d615b824406551b3ba44b8b9f";
    private static final Map<LibraryStack, FakePatchwork> FAKES = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        for (LibraryStack libraries : LibraryStack.values()) {
            try (InputStream world = Recordings.world()) {
                FAKES.put(
                        libraries,
                        FakePatchwork.builder()
                                .world(world)
                                .libraries(libraries)
                                .lenient()
                                .realFaults()
                                .start());
            }
        }
    }

    @AfterAll
    static void stop() {
        FAKES.values().forEach(FakePatchwork::close);
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheOlderLibrariesDo() throws IOException {
        return tests(LibraryStack.DJANGO_3_2, "django-3.2");
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheNewerLibrariesDo() throws IOException {
        return tests(LibraryStack.DJANGO_5_2, "django-5.2");
    }

    @Test
    void theFormOfAUserTellsWhatTheLibrariesKnowOfUsersAndNumbers() throws IOException {
        for (LibraryStack libraries : LibraryStack.values()) {
            RawAnswer answer = new RawClient(FAKES.get(libraries).port())
                    .send("OPTIONS", "/api/1.4/users/1/", Map.of("Authorization", MAINT), ByteString.EMPTY);
            String range = libraries.isNew() ? ",\"min_value\":0,\"max_value\":9223372036854775807" : "";

            assertThat(answer.text())
                    .contains("\"label\":\"Username\",\"help_text\":\"Required. 150 characters or fewer."
                            + " Letters, digits and @/./+/-/_ only.\"}")
                    .contains("\"email\":{\"type\":\"email\",\"required\":false,\"read_only\":true,"
                            + "\"label\":\"Email address\"}")
                    .contains("\"label\":\"Items per page\"" + range + "}");
        }
    }

    private static Stream<DynamicTest> tests(LibraryStack libraries, String member) throws IOException {
        return rows().stream().map(row -> {
            Map<String, Object> expected = Json.object(row.getOrDefault(member, row.get("django-3.2")));
            String name = row.get("group") + ": " + row.get("method") + " " + row.get("path") + " " + row.get("body");
            return DynamicTest.dynamicTest(name, () -> compare(FAKES.get(libraries), row, expected));
        });
    }

    private static List<Map<String, Object>> rows() throws IOException {
        try (InputStream table = FrameworkRulesTest.class.getResourceAsStream("/framework/answers.jsonl")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> Json.object(Json.parse(line))).toList();
        }
    }

    private static void compare(FakePatchwork fake, Map<String, Object> row, Map<String, Object> expected)
            throws IOException {
        RawAnswer answer = send(fake, row);

        assertThat(answer.status()).isEqualTo(((Number) expected.get("status")).intValue());
        if (answer.status() >= 500) {
            return;
        }
        assertThat(answer.header("Content-Type")).startsWith((String) expected.getOrDefault("type", ""));
        if (answer.status() < 300) {
            assertThat(answer.header("Link")).isEqualTo(expected.getOrDefault("link", ""));
        }
        assertThat(answer.header("Location")).startsWith((String) expected.getOrDefault("location", ""));
        if (!row.get("method").equals("OPTIONS")) {
            assertThat(answer.header("Allow")).isEqualTo(expected.getOrDefault("allow", ""));
        }
        if (expected.containsKey("body")) {
            assertThat(Json.write(Json.parse(answer.text()))).isEqualTo(Json.write(expected.get("body")));
        }
        if (expected.containsKey("ids")) {
            assertThat(Json.write(Json.ids(Json.parse(answer.text())))).isEqualTo(Json.write(expected.get("ids")));
        }
        if (expected.containsKey("fields")) {
            Map<String, Object> written = Json.object(Json.parse(answer.text()));
            Json.object(expected.get("fields"))
                    .forEach((name, value) ->
                            assertThat(Json.write(ids(written.get(name)))).isEqualTo(Json.write(value)));
        }
    }

    private static RawAnswer send(FakePatchwork fake, Map<String, Object> row) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        Json.object(row.get("headers")).forEach((name, value) -> headers.put(name, (String) value));
        ByteString body = ByteString.encodeString((String) row.get("body"), StandardCharsets.ISO_8859_1);
        RawAnswer answer =
                new RawClient(fake.port()).send((String) row.get("method"), (String) row.get("path"), headers, body);
        if (answer.status() < 300 && !row.get("method").equals("GET")) {
            fake.reset();
        }
        return answer;
    }

    /** Returns what stands for objects in the table. */
    private static Object ids(Object value) {
        if (value instanceof Map<?, ?> object && object.containsKey("id")) {
            return object.get("id");
        }
        return value instanceof List<?> list
                ? list.stream().map(FrameworkRulesTest::ids).toList()
                : value;
    }
}
