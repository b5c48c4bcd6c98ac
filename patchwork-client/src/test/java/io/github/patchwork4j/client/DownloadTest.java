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
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest extends WithServer {
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("frob").build();

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
