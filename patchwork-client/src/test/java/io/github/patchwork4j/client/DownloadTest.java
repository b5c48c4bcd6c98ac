package io.github.patchwork4j.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.ProjectRef;
import io.github.patchwork4j.core.SeriesRef;
import io.github.patchwork4j.core.UserRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest extends WithServer {
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("frob").build();

    private static final String MAIL =
            "From patchwork Mon Mar  2 08:01:00 2026\nSubject: frob\n\n" + "+x\n".repeat(5_000);

    @TempDir
    private Path folder;

    private PatchworkClient client;

    @BeforeEach
    void start() {
        client = builder()
                .retries(Retries.NONE)
                .credentials(Credentials.token("7f00ccd08c8e886d615b824406551b3ba44b8b9f"))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void aPatchIsDownloadedByItsIdAndTheBytesAreLeftAlone() throws Exception {
        server.enqueue(redirect("/project/core/patch/a%252Fb@example.com/mbox/"));
        server.enqueue(mail("From patchwork Mon Mar  2 08:01:00 2026\nSubject: ünï\n\nFrom here on\n"));

        try (Download mbox = client.patches().mbox(PATCH)) {
            assertThat(new String(mbox.stream().readAllBytes(), UTF_8))
                    .isEqualTo("From patchwork Mon Mar  2 08:01:00 2026\nSubject: ünï\n\nFrom here on\n");
        }
        assertThat(server.takeRequest().getTarget()).isEqualTo("/patch/7/mbox/");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/project/core/patch/a%252Fb@example.com/mbox/");
    }

    @Test
    void theAddressOfACoverLetterWithASlashInItsMessageIdIsMended() throws Exception {
        server.enqueue(redirect("/project/core/cover/cover%252Fslash@odd.example.com/mbox/"));
        server.enqueue(mail("From patchwork"));

        byte[] bytes = client.covers()
                .mbox(CoverRef.builder().id(3).name("odd").build())
                .bytes();

        assertThat(bytes).asString().isEqualTo("From patchwork");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/cover/3/mbox/");
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/project/core/cover/cover%2Fslash@odd.example.com/mbox/");
    }

    @Test
    void seriesBundlesAndDiffsHaveTheirAddresses() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(mail("x"));
        }

        client.series().mbox(SeriesRef.builder().id(5).build()).close();
        client.bundles().mbox(bundle("life 2/ä")).close();
        client.patches().diff(PATCH).close();

        assertThat(server.takeRequest().getTarget()).isEqualTo("/series/5/mbox/");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/bundle/eve/life%202%2F%C3%A4/mbox/");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/patch/7/raw/");
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() {
        server.enqueue(redirect("http://elsewhere.example.net/patch/7/mbox/"));

        assertThatThrownBy(() -> client.patches().mbox(PATCH))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("redirects to http://elsewhere.example.net/patch/7/mbox/");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void redirectsInACircleEnd() {
        for (int i = 0; i < 10; i++) {
            server.enqueue(redirect("/patch/7/mbox/"));
        }

        assertThatThrownBy(() -> client.patches().mbox(PATCH)).isInstanceOf(ApiException.class);
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void aPageOfAWallAgainstBotsIsNoMail() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<script>prove(you, human)</script>")
                .build());

        assertThatThrownBy(() -> client.patches().mbox(PATCH))
                .isInstanceOfSatisfying(
                        UnexpectedContentException.class,
                        e -> assertThat(e.start()).isEqualTo("<script>prove(you, human)</script>"));
    }

    @Test
    void aPatchThatIsNotThereIsNotFound() {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .addHeader("Content-Type", "text/html")
                .body("<h1>Not Found</h1>")
                .build());

        assertThatThrownBy(() -> client.patches().mbox(PATCH))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("/patch/7/mbox/");
    }

    @Test
    void aDownloadThatIsNotThereSaysNothingOfVersionsOfTheApi() {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .addHeader("Content-Type", "text/plain")
                .body("Not found")
                .build());

        assertThatThrownBy(() -> client.patches().mbox(PATCH))
                .isInstanceOf(NotFoundException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("version of the API"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aBundleWhoseAddressWouldLeadElsewhereIsRefused(String name) {
        assertThatThrownBy(() -> client.bundles().mbox(bundle(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\"");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", ".a", "%2e", "%2E%2e", "a?b#c;d", "x\ty"})
    void aBundleWithAnyOtherNameKeepsItInItsAddress(String name) throws Exception {
        server.enqueue(mail("x"));

        client.bundles().mbox(bundle(name)).close();

        assertThat(server.takeRequest().getUrl().pathSegments()).containsExactly("bundle", "eve", name, "mbox", "");
    }

    @Test
    void aDownloadThatBreaksOffIsAskedForAgain() throws Exception {
        TestTime time = new TestTime();
        Path file = folder.resolve("fix.mbox");
        List<Long> progress = new ArrayList<>();
        try (PatchworkClient patient = patient(time)) {
            for (int i = 0; i < 2; i++) {
                server.enqueue(cut(MAIL.length()));
                server.enqueue(new MockResponse.Builder().code(503).build());
                server.enqueue(cut(MAIL.length()));
                server.enqueue(mail(MAIL));
            }
            assertThat(patient.patches()
                            .mbox(PATCH)
                            .atMost(MAIL.length())
                            .onProgress((soFar, all) -> progress.add(soFar))
                            .bytes())
                    .asString()
                    .isEqualTo(MAIL);
            assertThat(progress).last().isEqualTo((long) MAIL.length());
            assertThat(time.waits())
                    .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));
            assertThat(patient.patches().mbox(PATCH).saveTo(file)).hasContent(MAIL);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    @Test
    void aDownloadThatBreaksOffAllTheTimeFails() {
        TestTime time = new TestTime();
        for (int i = 0; i < 9; i++) {
            server.enqueue(cut(MAIL.length()));
        }
        try (PatchworkClient patient = patient(time)) {
            assertThatThrownBy(() -> patient.patches().mbox(PATCH).bytes()).isInstanceOf(TransportException.class);
            assertThat(server.getRequestCount()).isEqualTo(4);
            assertThatThrownBy(() -> patient.withTimeouts(Timeouts.DEFAULT.withTotal(Duration.ofSeconds(2)))
                            .patches()
                            .mbox(PATCH)
                            .bytes())
                    .as("there is time for one more")
                    .isInstanceOf(TransportException.class);
            assertThat(server.getRequestCount()).isEqualTo(6);
            assertThatThrownBy(() -> client.patches().mbox(PATCH).bytes())
                    .as("nothing is to be asked for again")
                    .isInstanceOf(TransportException.class);
            assertThat(server.getRequestCount()).isEqualTo(7);
        }
    }

    /** Who reads as it comes would get the beginning twice. */
    @Test
    void aStreamThatBreaksOffIsNotBegunAgain() throws Exception {
        server.enqueue(cut(MAIL.length()));
        try (PatchworkClient patient = patient(new TestTime());
                Download mbox = patient.patches().mbox(PATCH)) {
            assertThat(mbox.stream().read()).isEqualTo('F');
            assertThatThrownBy(mbox::bytes).isInstanceOf(TransportException.class);
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    private PatchworkClient patient(TestTime time) {
        return builder().waiting(time).build();
    }

    /** An answer that ends before as much has come as it promises. */
    private static MockResponse cut(int promised) {
        return mail(MAIL.substring(0, 300))
                .newBuilder()
                .setHeader("Content-Length", promised)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }

    @Test
    void theRestOfADownloadCanBeReadAtOnce() throws Exception {
        server.enqueue(mail("From patchwork"));

        Download mbox = client.patches().mbox(PATCH);
        assertThat(mbox.stream().read()).isEqualTo('F');

        assertThat(mbox.bytes()).asString().isEqualTo("rom patchwork");
    }

    private static Bundle bundle(String name) {
        UserRef eve = UserRef.builder()
                .id(9)
                .url("")
                .username("eve")
                .firstName("")
                .lastName("")
                .email("")
                .build();
        ProjectRef project = ProjectRef.builder()
                .id(1)
                .url("")
                .name("Core")
                .linkName("core")
                .listId("core.lists.example.org")
                .listEmail("core@lists.example.org")
                .webUrl("")
                .scmUrl("")
                .webscmUrl("")
                .build();
        return Bundle.builder()
                .id(4)
                .url("")
                .project(project)
                .name(name)
                .owner(eve)
                .isPublic(true)
                .mboxUrl("")
                .build();
    }

    private static MockResponse mail(String text) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/plain; charset=utf-8")
                .body(text)
                .build();
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .addHeader("Location", location)
                .build();
    }
}
