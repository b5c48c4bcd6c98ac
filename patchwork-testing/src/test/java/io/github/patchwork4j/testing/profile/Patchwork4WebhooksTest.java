package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.AuthenticationException;
import io.github.patchwork4j.client.BadRequestException;
import io.github.patchwork4j.client.NewWebhook;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.WebhookResource;
import io.github.patchwork4j.client.WebhookSignature;
import io.github.patchwork4j.client.WebhookUpdate;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.Webhook;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.WebhookPost;
import io.github.patchwork4j.testing.profile.WebhookReceiver.Received;
import io.github.patchwork4j.testing.recorded.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What 4.0 posts to webhooks. */
class Patchwork4WebhooksTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final FakePatchwork fake = FakePatchwork.builder()
            .profile(Profile.PATCHWORK_4_0)
            .clock(Clock.fixed(Instant.parse("2026-03-02T10:00:00.25Z"), ZoneOffset.UTC))
            .project("kettle", "kettle.example.org")
            .project("teapot", "teapot.example.org")
            .user("ci", "0123456789012345678901234567890123456789", "kettle")
            .start();

    @AfterEach
    void close() {
        fake.close();
        receiver.close();
    }

    private List<WebhookPost> posts() throws InterruptedException {
        return fake.awaitWebhooks(LONGEST);
    }

    @Test
    void anEventIsPostedAndSigned() throws Exception {
        long webhook = fake.edit().webhook("kettle", receiver.url("/hook"), "hush");
        long patch = fake.edit()
                .series("a < b & c > d")
                .project("kettle")
                .create()
                .patches()
                .get(0);
        List<WebhookPost> posts = posts();

        assertThat(posts).hasSize(4).allSatisfy(post -> {
            assertThat(post.webhook()).isEqualTo(webhook);
            assertThat(post.status()).isEqualTo(200);
            assertThat(post.problem()).isEmpty();
        });
        Received created = receiver.received().stream()
                .filter(request -> request.header("X-Patchwork-Event").equals("patch-created"))
                .findFirst()
                .orElseThrow();
        assertThat(created.method()).isEqualTo("POST");
        assertThat(created.header("Content-Type")).isEqualTo("application/json");
        assertThat(created.header("User-Agent")).isEqualTo("Go-http-client/1.1");
        assertThat(created.header("X-Patchwork-Signature"))
                .isEqualTo("sha256=" + hmac("hush", created.body().toByteArray()));
        assertThat(created.body().utf8())
                .contains("a \\u003c b \\u0026 c \\u003e d", "\"actor\":null")
                .doesNotContain("<", ">", "&", "\"url\"", "\"state\"", "\"submitter\"");

        Map<String, Object> body = Json.object(Json.parse(created.body().utf8()));
        assertThat(body).containsOnlyKeys("id", "category", "date", "project", "actor", "payload");
        assertThat(created.header("X-Patchwork-Delivery"))
                .isEqualTo(Long.toString(((Number) body.get("id")).longValue()));
        assertThat(body.get("date")).asString().startsWith("2026-03-02T10:00:00.25");
        assertThat(Json.object(body.get("project")))
                .containsEntry("link_name", "kettle")
                .containsEntry("maintainers", null)
                .doesNotContainKeys("url", "list_email");
        Map<String, Object> row = Json.object(Json.object(body.get("payload")).get("patch"));
        assertThat(row)
                .containsEntry("id", (double) patch)
                .containsEntry("related", null)
                .containsEntry("series", null)
                .containsEntry("pull_url", "")
                .doesNotContainKeys("commit_ref", "delegate");
        assertThat(row.get("headers")).asString().contains("Message-Id: <");
    }

    private static String hmac(String secret, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    @Test
    void checksAndSeriesAreToldOfInBrief() throws Exception {
        fake.edit().webhook("kettle", receiver.url("/hook"), "");
        long patch =
                fake.edit().series("boil").project("kettle").create().patches().get(0);
        fake.edit().check(patch, "ci", "build", CheckState.SUCCESS);
        List<WebhookPost> posts = posts();

        assertThat(posts).hasSize(5);
        assertThat(receiver.received())
                .allSatisfy(request -> assertThat(request.headers().get("X-Patchwork-Signature"))
                        .isNull());
        Map<String, Object> check = payload("check-created");
        assertThat(check).containsOnlyKeys("patch");
        Map<String, Object> series = Json.object(payload("series-completed").get("series"));
        assertThat(series)
                .containsEntry("total", 1.0)
                .containsEntry("received_total", 0.0)
                .containsEntry("received_all", false)
                .containsEntry("patches", null)
                .containsEntry("next_series", null);
        assertThat(payload("patch-completed")).containsOnlyKeys("patch", "series");
    }

    private Map<String, Object> payload(String category) {
        Received request = receiver.received().stream()
                .filter(each -> each.header("X-Patchwork-Event").equals(category))
                .findFirst()
                .orElseThrow();
        return Json.object(Json.object(Json.parse(request.body().utf8())).get("payload"));
    }

    @Test
    void nothingIsTriedTwice() throws Exception {
        receiver.answer("/broken", 503);
        fake.edit().webhook("kettle", receiver.url("/broken"), "");
        fake.edit().series("boil").project("kettle").create();

        assertThat(posts())
                .hasSize(4)
                .allSatisfy(post -> assertThat(post.status()).isEqualTo(503));
        assertThat(receiver.received()).hasSize(4);
    }

    @Test
    void whatIsOffOrOfAnotherProjectOrMisspelledIsNotTold() throws Exception {
        Map<String, String> as = Map.of(
                "Authorization", "Token 0123456789012345678901234567890123456789", "Content-Type", "application/json");
        try (Served served = Served.of(fake)) {
            for (String hook : List.of(
                    "\"/off\",\"events\":\"*\",\"active\":false",
                    "\"/some\",\"events\":\"patch-created, cover-created\"")) {
                String json = "{\"secret\":\"\",\"url\":" + hook.replaceFirst("\"/", "\"" + receiver.url("/")) + "}";
                assertThat(served.send("POST", "/api/1.4/projects/1/webhooks/", as, json)
                                .status())
                        .isEqualTo(201);
            }
            fake.edit().series("boil").project("kettle").create();
            fake.edit().series("brew").project("teapot").create();
            assertThat(posts()).hasSize(1);
            assertThat(receiver.received())
                    .extracting(request -> request.path() + " " + request.header("X-Patchwork-Event"))
                    .containsExactly("/some patch-created");

            served.send("PATCH", "/api/1.4/projects/1/webhooks/2/", as, "{\"events\":\"patch-creatd\"}");
            fake.edit().series("pour").project("kettle").create();
            assertThat(posts()).hasSize(1);
        }
    }

    @Test
    void aRedirectTurnsThePostIntoAGetThatKeepsTheSignature() throws Exception {
        receiver.redirect("/moved", 302, "/new");
        receiver.redirect("/kept", 307, receiver.url("/same"));
        fake.edit().webhook("kettle", receiver.url("/moved"), "hush");
        fake.edit().webhook("kettle", receiver.url("/kept"), "hush");
        fake.edit().series("boil").project("kettle").create();
        posts();

        assertThat(receiver.received())
                .filteredOn(request -> request.path().equals("/new"))
                .hasSize(4)
                .allSatisfy(request -> {
                    assertThat(request.method()).isEqualTo("GET");
                    assertThat(request.body().size()).isZero();
                    assertThat(request.header("X-Patchwork-Signature")).startsWith("sha256=");
                });
        assertThat(receiver.received())
                .filteredOn(request -> request.path().equals("/same"))
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.body().size()).isPositive());
    }

    @Test
    void onlyARedirectThatTellsWhereToIsFollowed() throws Exception {
        receiver.redirect("/made", 201, "/new");
        receiver.answer("/lost", 302);
        fake.edit().webhook("kettle", receiver.url("/made"), "");
        fake.edit().webhook("kettle", receiver.url("/lost"), "");
        fake.edit().patch("boil");

        assertThat(posts()).extracting(WebhookPost::status).containsOnly(201, 302);
        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::path)
                .containsOnly("/made", "/lost");
    }

    @Test
    void nothingLeavesThisMachine() throws Exception {
        receiver.redirect("/out", 307, "http://192.0.2.1/hook");
        fake.edit().webhook("kettle", "http://hooks.example.org/hook", "");
        fake.edit().webhook("kettle", receiver.url("/out"), "");
        fake.edit().webhook("kettle", "no url", "");
        fake.edit().series("boil").project("kettle").create();

        assertThat(posts()).hasSize(12).allSatisfy(post -> {
            assertThat(post.status()).isZero();
            assertThat(post.problem()).contains("is not on this machine");
        });
    }

    @Test
    void theClientManagesWebhooksAndKnowsTheirSignatures() throws Exception {
        PatchworkClient maintainer = fake.client("ci");
        WebhookResource webhooks = maintainer.webhooks();
        Webhook made = webhooks.create(
                1,
                NewWebhook.builder(receiver.url("/hook"), "hush")
                        .events(EventCategory.PATCH_CREATED, EventCategory.CHECK_CREATED)
                        .inactive()
                        .build());

        assertThat(made.created()).isEqualTo(Instant.parse("2026-03-02T10:00:00.25Z"));
        assertThat(made.isToldOf(EventCategory.PATCH_CREATED)).isFalse();
        assertThat(webhooks.get(1, made.id())).isEqualTo(made);
        Webhook active =
                webhooks.update(1, made.id(), WebhookUpdate.builder().active().build());
        assertThat(active.isToldOf(EventCategory.PATCH_CREATED)).isTrue();
        assertThat(active.isToldOf(EventCategory.COVER_CREATED)).isFalse();
        assertThat(webhooks.list(1)).containsExactly(active);
        assertThat(maintainer.async().webhooks().list(1).toList().get()).containsExactly(active);

        fake.edit().series("boil").project("kettle").create();
        assertThat(posts()).hasSize(1);
        Received post = receiver.received().get(0);
        byte[] body = post.body().toByteArray();
        WebhookSignature signature = WebhookSignature.of("hush");
        assertThat(signature.isOf(post.header(WebhookSignature.HEADER), body)).isTrue();
        assertThat(signature.isOf(
                        post.header(WebhookSignature.HEADER),
                        post.body().utf8().replace("boil", "burn").getBytes(StandardCharsets.UTF_8)))
                .isFalse();

        webhooks.delete(1, made.id());
        assertThat(webhooks.list(1)).isEmpty();
        assertThatThrownBy(() -> webhooks.get(1, made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theClientRefusesWhatWouldSurprise() {
        assertThatThrownBy(() -> NewWebhook.builder(" ", "hush")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NewWebhook.builder("http://localhost/", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookUpdate.builder().events()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.client().webhooks().list(1).toList()).isInstanceOf(AuthenticationException.class);
        try (FakePatchwork older =
                FakePatchwork.builder().project("kettle", "kettle.example.org").start()) {
            assertThatThrownBy(() -> older.client().webhooks().get(1, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("webhooks");
        }
    }

    @Test
    void aProgramInAnotherLanguageSeesWhatWasPosted() throws Exception {
        fake.openControls();
        long webhook = fake.edit().webhook("kettle", receiver.url("/hook"), "");
        fake.edit().webhook("teapot", "http://hooks.example.org/", "");
        fake.edit().series("boil").project("kettle").create();
        fake.edit().series("brew").project("teapot").create();

        try (Served served = Served.of(fake)) {
            List<Map<String, Object>> posts = served.list("/fake/webhooks");
            assertThat(posts).hasSize(8);
            assertThat(posts)
                    .filteredOn(post -> post.get("webhook").equals((double) webhook))
                    .hasSize(4)
                    .allSatisfy(post -> assertThat(post)
                            .containsEntry("status", 200.0)
                            .containsEntry("problem", "")
                            .containsEntry("url", receiver.url("/hook")));
        }
    }

    @Test
    void twoWebhooksOfAProjectHaveTwoAddresses() throws Exception {
        fake.edit().webhook("kettle", "http://localhost:1/", "");
        fake.edit().webhook("kettle", "http://localhost:2/", "");
        WebhookResource webhooks = fake.client("ci").webhooks();

        assertThatThrownBy(() -> webhooks.create(
                        1, NewWebhook.builder("http://localhost:1/", "hush").build()))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> webhooks.update(
                        1, 2, WebhookUpdate.builder().url("http://localhost:1/").build()))
                .isInstanceOf(BadRequestException.class);
        assertThat(webhooks.update(
                                1,
                                2,
                                WebhookUpdate.builder()
                                        .url("http://localhost:2/")
                                        .build())
                        .url())
                .isEqualTo("http://localhost:2/");
    }

    @Test
    void aResetForgetsWebhooksAndPosts() throws Exception {
        fake.edit().webhook("kettle", receiver.url("/hook"), "");
        fake.edit().series("boil").project("kettle").create();
        assertThat(posts()).isNotEmpty();

        fake.reset();
        fake.edit().series("boil").project("kettle").create();
        assertThat(posts()).isEmpty();
    }

    @Test
    void onlyThisPatchworkHasThem() {
        try (FakePatchwork older =
                FakePatchwork.builder().project("kettle", "kettle.example.org").start()) {
            assertThatThrownBy(() -> older.edit().webhook("kettle", receiver.url("/"), ""))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> fake.edit().webhook("urn", receiver.url("/"), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("urn");
    }
}
