package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Patchwork 3.1 lacks of 3.2: the version 1.4 with all that came with it. */
class Patchwork31Test {
    private Served server;

    @BeforeEach
    void start() {
        server = Served.as(Profile.PATCHWORK_3_1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/1.4/", "/api/1.4/patches/", "/api/1x4/patches/", "/api/1.4/patches"})
    void theNewestVersionIsAnUnknownPath(String path) {
        RawAnswer answer = server.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void pathsWithoutAVersionHaveTheFieldsOf13() {
        assertThat(server.object("/api/series/3/")).doesNotContainKeys("dependencies", "dependents");
        assertThat(server.object("/api/projects/1/"))
                .containsKey("commit_url_format")
                .doesNotContainKey("show_dependencies");
        assertThat(server.list("/api/patches/2/comments/").get(0)).containsKey("addressed");
        assertThat(server.object("/api/1x3/projects/1/")).doesNotContainKey("show_dependencies");
    }

    @Test
    void olderVersionsAnswerAsEver() {
        try (Served newer = Served.as(Profile.PATCHWORK_3_2)) {
            for (String path : new String[] {"/api/1.3/series/3/", "/api/1.0/patches/?page=2", "/api/1.2/projects/"}) {
                assertThat(server.get(path).text()).isEqualTo(newer.get(path).text());
            }
        }
    }

    @Test
    void projectsHaveNoSettingForDependencies() {
        RawAnswer form = server.send("OPTIONS", "/api/1.3/projects/1/", Map.of("Authorization", Served.MAINT), "");
        assertThat(form.text()).contains("commit_url_format").doesNotContain("show_dependencies");
        String json = "{\"show_dependencies\":\"nonsense\",\"commit_url_format\":\"x\"}";
        assertThat(server.write("PATCH", "/api/1.3/projects/1/", Served.MAINT, json)
                        .status())
                .isEqualTo(200);
        assertThat(server.object("/api/1.3/projects/1/")).containsEntry("commit_url_format", "x");
    }
}
