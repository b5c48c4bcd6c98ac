package io.github.patchwork4j.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of the downloads that no recorded exchange shows. */
class DownloadTest {
    private static FakePatchwork patchwork;
    private static RawClient client;

    @BeforeAll
    static void start() throws IOException {
        try (InputStream world = DownloadTest.class.getResourceAsStream("/worlds/odd.json")) {
            patchwork =
                    FakePatchwork.builder().world(world).lenient().realFaults().start();
        }
        client = new RawClient(patchwork.port());
    }

    @AfterAll
    static void stop() {
        patchwork.close();
    }

    @Test
    void writesNoneForADiffThatIsNotThere() throws IOException {
        RawAnswer raw = client.get("/project/alpha/patch/one@example.com/raw/");

        assertThat(raw.text()).isEqualTo("None");
        assertThat(raw.header("Content-Disposition")).isEqualTo("attachment; filename=2-2-second.diff");
    }

    @Test
    void writesASeriesByNumberUnderItsIdIfItHasNoName() throws IOException {
        RawAnswer mbox = client.get("/series/1/mbox/");

        assertThat(mbox.header("Content-Disposition")).isEqualTo("attachment; filename=Untitled-series-1.patch");
        assertThat(mbox.text()).containsSubsequence("X-Patchwork-Id: 2", "\n\nFrom patchwork", "X-Patchwork-Id: 1");
    }

    @Test
    void writesABundleInTheOrderOfItsOwner() throws IOException {
        assertThat(client.get("/bundle/sam/../mbox/").text())
                .containsSubsequence("X-Patchwork-Id: 2", "X-Patchwork-Id: 1");
    }

    @Test
    void carriesTrailersOverByDateButNotIndentedOrQuotedOnes() throws IOException {
        assertThat(client.get("/project/alpha/patch/one@example.com/mbox/").text())
                .endsWith("text\nTested-by: earlier <e@example.com>\nREVIEWED-BY: Q <q@example.com>\n");
    }

    @Test
    void dividesAtTwoOrThreeHyphensWithAtMostOneSpace() throws IOException {
        assertThat(client.get("/project/alpha/patch/two@example.com/mbox/").text())
                .endsWith("\n\nhead\n---  \nnot the end\n---\nnotes\n\ndiff --git a/x b/x\n");
    }

    @Test
    void dropsOnlyHeadersThatAreSpelledTheUsualWayAndFoldsLongOnes() throws IOException {
        assertThat(client.get("/project/alpha/patch/two@example.com/mbox/").text())
                .contains("X-Patchwork-Submitter: \"Quote \\\"Q\\\" Smith, Jr.\" <q@example.com>\n")
                .contains("\ncontent-type: text/odd\n")
                .contains("\nX-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,\n bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb cccc")
                .contains("\nDate: Thu, 01 Jan 2026 00:00:01 -0000\n");
    }

    @Test
    void namesSendersByAddressOnlyOrInTheShorterEncoding() throws IOException {
        assertThat(client.get("/project/alpha/patch/one@example.com/mbox/").text())
                .contains("X-Patchwork-Submitter: noname@example.com\n");
        assertThat(client.get("/project/7/patch/slash%252Fthree@example.com/mbox/")
                        .text())
                .contains("X-Patchwork-Submitter: =?utf-8?b?w5xuYWw=?= <u@example.com>\n")
                .contains("X-Patchwork-Delegate: \n");
    }

    @ParameterizedTest
    @CsvSource({
        "/project/alpha/patch/one@example.com/mbox/?series=*, 200",
        "/project/alpha/patch/one@example.com/mbox/?series=1, 200",
        "/project/alpha/patch/one@example.com/mbox/?series=2, 404",
        "/project/alpha/patch/one@example.com/mbox/?series=x, 404",
        "/project/7/patch/four@example.com/mbox/?series=*, 404",
        "/project/7/patch/slash%2Fthree@example.com/mbox/, 404",
        "/project/alpha/cover/cover/1@example.com/mbox/, 200",
        "/project/alpha/cover/cover%2F1@example.com/, 200",
        "/project/alpha/cover/cover%252F1@example.com/mbox/, 404",
        "/project/1/cover/cover/1@example.com/mbox/, 404",
        "/project/alpha/list/?series=1, 200",
        "/project/ALPHA/list/, 404",
        "/bundle/sam/nope/mbox/, 404",
        "/series/99/mbox/, 404",
    })
    void findsDownloads(String path, int status) throws IOException {
        assertThat(client.get(path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/patch/3/, 302, /project/7/patch/slash%252Fthree@example.com/",
        "/patch/3/mbox/?series=*, 302, /project/7/patch/slash%252Fthree@example.com/mbox/",
        "/comment/5/, 302, /project/alpha/patch/one@example.com/#5",
        "/comment/7/, 302, /project/alpha/cover/cover%252F1@example.com/#7",
        "/comment/99/, 404, ''",
        "/patch/99/, 404, ''",
        "/series/1/mbox?a=b, 301, /series/1/mbox/?a=b",
    })
    void leadsToLongPaths(String path, int status, String location) throws IOException {
        RawAnswer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Location")).isEqualTo(location);
    }

    @Test
    void putsAllPatchesBeforeTheOneThatIsAskedForWithItsSeries() throws IOException {
        assertThat(client.get("/project/alpha/patch/one@example.com/mbox/?series=*")
                        .text())
                .containsSubsequence("X-Patchwork-Id: 2", "X-Patchwork-Id: 1");
        assertThat(client.get("/project/alpha/patch/two@example.com/mbox/?series=*")
                        .text())
                .doesNotContain("X-Patchwork-Id: 1\n");
    }
}
