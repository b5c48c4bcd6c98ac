package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.recorded.Json;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The downloads of 4.0. */
class Patchwork4DownloadsTest {
    private static final String MSGID = "20260302-frob-v2-2@alice.example.com";

    private static Served server;

    @BeforeAll
    static void start() {
        server = Served.as(Profile.PATCHWORK_4_0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/patch/6/mbox/ | text/plain; charset=utf-8 | -v2-2-3--frob--nicate-on-demand.patch",
                "/patch/6/mbox | text/plain; charset=utf-8 | -v2-2-3--frob--nicate-on-demand.patch",
                "/patch/6/raw/ | text/x-patch; charset=utf-8 | -v2-2-3--frob--nicate-on-demand.diff",
                "/project/core/patch/" + MSGID
                        + "/mbox/ | text/plain; charset=utf-8 | -v2-2-3--frob--nicate-on-demand.patch",
                "/cover/2/mbox/ | text/plain | -v2-0-3--frob--teach-it-to-nicate.mbox",
                "/series/3/mbox/ | text/plain | frob--teach-it-to-nicate.patch",
                "/bundle/maint/to-merge/mbox/ | text/plain | to-merge.mbox",
                "/project/core-stable/cover/cover%2Fslash@odd.example.com/mbox | text/plain |"
                        + " -0-1--odd--cover-with-slash-in-message-id.mbox"
            })
    @DisplayName("downloads: at once, without a detour over longer addresses")
    void files(String path, String type, String name) {
        RawAnswer answer = server.get(path.replace("core-stable/cover", project() + "/cover"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=" + name);
    }

    private static String project() {
        return Json.object(server.object("/api/1.4/covers/3/").get("project"))
                .get("link_name")
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "/patch/999/mbox/, 404",
        "/cover/999/mbox/, 404",
        "/series/999/mbox/, 404",
        "/bundle/maint/private%20stuff/mbox/, 404",
        "/project/core/patch/" + MSGID + "/mbox/?series=1, 404",
        "/project/core/patch/" + MSGID + "/mbox/?series=3, 200",
        "/patch/6/mbox/?series=1, 200"
    })
    @DisplayName("downloads: nobody gets a private bundle, and only long addresses know series")
    void missing(String path, int status) {
        RawAnswer answer = server.get(path, Served.MAINT);
        assertThat(answer.status()).isEqualTo(status);
        if (status == 404) {
            assertThat(answer.header("Content-Type")).startsWith("text/plain");
            assertThat(answer.text()).startsWith("Not found");
        }
    }

    @Test
    @DisplayName("downloads: a slash in a Message-Id and one at the end do not go together")
    void slashes() {
        String path = "/project/" + project() + "/cover/cover%2Fslash@odd.example.com/mbox";
        assertThat(server.get(path).status()).isEqualTo(200);
        assertThat(server.get(path + "/").status()).isEqualTo(404);
        assertThat(server.get(path.replace("%2F", "/")).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("downloads: a patch with those before it")
    void predecessors() {
        String mbox =
                server.get("/project/core/patch/" + MSGID + "/mbox/?series=*").text();
        assertThat(mbox.lines().filter(line -> line.startsWith("X-Patchwork-Id: ")))
                .containsExactly("X-Patchwork-Id: 5", "X-Patchwork-Id: 6");
    }

    @Test
    @DisplayName("downloads: the headers of the mail come first, decoded, then those of the server")
    void message() {
        String mbox = server.get("/cover/4/mbox/").text();
        assertThat(mbox).startsWith("From patchwork ");
        assertThat(mbox.indexOf("Subject: ")).isLessThan(mbox.indexOf("X-Patchwork-Submitter: "));
        assertThat(mbox)
                .contains("größe", "\nContent-Transfer-Encoding: 8bit\n\n")
                .doesNotContain("=?");
        assertThat(mbox.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("mime-version")))
                .hasSizeLessThan(2);
    }
}
