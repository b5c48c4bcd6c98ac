package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"samples/patch-1551374.json", "samples/cover-2186662-v1.0.json"})
    void anAnswerIsPrintedAsItIs(String sample) throws Exception {
        Path file = resource(sample);

        Run run = Run.of("decode", file);

        assertThat(run.code()).isZero();
        assertThat(json(run.out())).isEqualTo(json(Files.readString(file)));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadDoesNotHideTheOthers() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"id\": 7, \"state\": \"new\"}");
        Path html = Files.writeString(folder.resolve("page.json"), "<html>");
        Path missing = folder.resolve("missing.json");

        Run run = Run.of("decode", broken, html, missing, resource("samples/patch-1551374.json"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("\"id\": 1551374");
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(broken + ": no Patch: ")
                                .contains("submitter"),
                        line -> assertThat(line).isEqualTo(html + ": no JSON"),
                        line -> assertThat(line).isEqualTo("no such file: " + missing));
    }

    @Test
    void anAnswerOfFourZeroKeepsTheZoneOfItsDates() throws Exception {
        Path file = Files.writeString(
                folder.resolve("cover.json"),
                "{\"$schema\":\"https://x/api/schemas/CoverDetail.json\",\"id\":3,\"url\":\"https://x/api/1.3/covers/3/\","
                        + "\"msgid\":\"<c@example.org>\",\"date\":\"2026-01-02T10:00:02Z\",\"name\":\"[0/1] frob\","
                        + "\"project\":{\"id\":1,\"url\":\"\",\"name\":\"Core\",\"link_name\":\"core\",\"list_id\":\"\","
                        + "\"list_email\":\"\",\"web_url\":\"\",\"scm_url\":\"\",\"webscm_url\":\"\"},"
                        + "\"submitter\":{\"id\":1,\"url\":\"\",\"name\":\"\",\"email\":\"a@example.org\"},"
                        + "\"mbox\":\"\",\"series\":[],\"headers\":{},\"content\":\"\"}");

        Run run = Run.of("decode", file);

        assertThat(run.out()).contains("\"date\": \"2026-01-02T10:00:02Z\"").doesNotContain("$schema");
    }

    @Test
    void withoutAFileTheCommandSaysHowItIsUsed() {
        Run run = Run.of("decode");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("FILE");
    }

    private static Object json(String text) throws IOException {
        return JsonReader.of(new Buffer().writeUtf8(text)).readJsonValue();
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(DecodeTest.class.getResource("/" + name)).toURI());
    }
}
