package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.SeriesRef;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What writes send to which server, and what of them is never sent. */
class WritesTest extends WithServer {
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("frob").build();

    @Test
    void whatIsNotNamedIsLeftAloneAndWhatIsClearedIsNull() {
        assertThat(PatchUpdate.builder()
                        .clearDelegate()
                        .clearCommitRef()
                        .pullUrl("")
                        .build())
                .hasToString("PatchUpdate{delegate=null, commit_ref=null, pull_url=}")
                .isEqualTo(PatchUpdate.builder()
                        .clearDelegate()
                        .clearCommitRef()
                        .pullUrl("")
                        .build());
    }

    @Test
    void theSecretOfAWebhookIsSentButNeverShown() throws Exception {
        NewWebhook webhook = NewWebhook.builder("https://ci.example.org/", "a-secret")
                .events(EventCategory.PATCH_CREATED, EventCategory.CHECK_CREATED)
                .build();
        WebhookUpdate update = WebhookUpdate.builder()
                .secret("a-new-secret")
                .allEvents()
                .inactive()
                .build();
        for (int i = 0; i < 2; i++) {
            server.enqueue(FourZero.object("""
                    {"id": 4, "url": "https://ci.example.org/", "events": "*", "active": false,
                     "created": "2026-03-02T08:01:00Z"}"""));
        }

        try (PatchworkClient client = client(ServerDialect.PATCHWORK_4)) {
            client.webhooks().create(2, webhook);
            client.webhooks().update(2, 4, update);
        }

        assertThat(sent())
                .endsWith("/ {\"url\":\"https://ci.example.org/\",\"secret\":\"a-secret\","
                        + "\"events\":\"patch-created,check-created\"}");
        assertThat(sent()).endsWith("/4/ {\"secret\":\"a-new-secret\",\"events\":\"*\",\"active\":false}");
        assertThat(webhook.toString()).contains("https://ci.example.org/").doesNotContain("a-secret");
        assertThat(update).hasToString("WebhookUpdate{secret=***, events=*, active=false}");
    }

    @Test
    void anUpdateOfNothingIsRefusedBecauseServersCallItASuccess() {
        assertThatThrownBy(() -> PatchUpdate.builder().build()).hasMessageContaining("nothing is set");
        assertThatThrownBy(() -> BundleUpdate.builder().build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ProjectUpdate.builder().build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> UserUpdate.builder().build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SeriesUpdate.builder().build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CheckUpdate.builder().build()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void valuesThatServersStoreDamagedOrTakeForSomethingElseAreRefused() {
        refused(() -> PatchUpdate.builder().state(PatchState.NONE), "PatchState.NONE");
        refused(() -> PatchUpdate.builder().delegate(0), "delegate is no id: 0");
        refused(() -> PatchUpdate.builder().relateTo(), "leaveRelation()");
        refused(() -> PatchUpdate.builder().relateTo(3, -1), "-1");
        refused(() -> NewCheck.builder(CheckState.of("3")), "not the number 3");
        refused(() -> NewCheck.builder(CheckState.FAIL).context(" "), "context is blank");
        refused(() -> CheckUpdate.builder().state(CheckState.of("0")), "not the number 0");
        refused(() -> NewBundle.builder("a/b", 1), "\"a/b\" has no address");
        refused(() -> NewBundle.builder(" .. ", 1), "has no address");
        refused(() -> NewBundle.builder(" ", 1), "blank");
        refused(() -> BundleUpdate.builder().name("."), "has no address");
        refused(() -> ProjectUpdate.builder().commitUrlFormat("https://x/{foo}"), "{foo}");
        refused(() -> ProjectUpdate.builder().listArchiveUrlFormat("https://x/{"), "braces");
        refused(() -> UserUpdate.builder().itemsPerPage(-1), "-1");
        refused(() -> SeriesUpdate.builder().version(0), "0");
        refused(() -> NewWebhook.builder("https://ci.example.org/", "x").events(), "no category");
        refused(() -> WebhookUpdate.builder().events(), "no category");
        refused(() -> WebhookUpdate.builder().events(EventCategory.of("patch-eaten")), "patch-eaten");
        refused(() -> WebhookUpdate.builder().secret(" "), "the secret of the webhook is blank");
        refused(() -> WebhookUpdate.builder().url(""), "the address of the webhook is blank");
    }

    @Test
    void aPatchCannotBeRelatedToItselfOnly() {
        try (PatchworkClient client = client(ServerDialect.PATCHWORK_3)) {
            refused(
                    () -> client.patches()
                            .update(7, PatchUpdate.builder().relateTo(7, 7).build()),
                    "patch 7");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void theRelationIsReadAgainBecauseTheAnswerShowsItAsItWas() throws Exception {
        server.enqueue(FourZero.object(FourZero.patch("New")));
        server.enqueue(FourZero.object(FourZero.patch("New")
                .replace("\"related\":[]", "\"related\":[{\"id\":3,\"url\":\"\",\"name\":\"x\"}]")));

        try (PatchworkClient client = client(ServerDialect.PATCHWORK_4)) {
            assertThat(client.patches()
                            .update(
                                    PATCH,
                                    PatchUpdate.builder()
                                            .relateTo(List.of(PatchRef.builder()
                                                    .id(3)
                                                    .name("x")
                                                    .build()))
                                            .build())
                            .related())
                    .extracting(PatchRef::id)
                    .containsExactly(3L);
        }
        assertThat(sent()).isEqualTo("PATCH /api/1.3/patches/7/ {\"related\":[3]}");
        assertThat(sent()).isEqualTo("GET /api/1.3/patches/7/ ");
    }

    @Test
    void aRelationThatFourZeroOnPostgresDoesNotWriteIsExplained() {
        server.enqueue(FourZero.problem(404, "Not found."));

        try (PatchworkClient client = client(ServerDialect.PATCHWORK_4)) {
            assertThatThrownBy(() -> client.patches()
                            .update(PATCH, PatchUpdate.builder().leaveRelation().build()))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("PostgreSQL");
        }
    }

    @Test
    void fourZeroIsToldTheNameOfAStateAndThreeXTheSlug() throws Exception {
        PatchUpdate update =
                PatchUpdate.builder().state(PatchState.UNDER_REVIEW).build();
        for (int i = 0; i < 2; i++) {
            server.enqueue(FourZero.object(FourZero.patch("Under Review")));
        }

        try (PatchworkClient three = client(ServerDialect.PATCHWORK_3);
                PatchworkClient four = client(ServerDialect.PATCHWORK_4)) {
            three.patches().update(PATCH, update);
            four.patches().update(PATCH, update);
        }
        assertThat(sent()).endsWith("{\"state\":\"under-review\"}");
        assertThat(sent()).endsWith("{\"state\":\"under review\"}");
    }

    @Test
    void aStateThatFourZeroGaveKeepsTheHyphensOfItsName() throws Exception {
        server.enqueue(FourZero.object(FourZero.patch("Re-Review")));
        try (PatchworkClient client = client(ServerDialect.PATCHWORK_4)) {
            client.patches()
                    .update(
                            PATCH,
                            PatchUpdate.builder()
                                    .state(PatchState.of("Re-Review"))
                                    .build());
        }
        assertThat(sent()).endsWith("{\"state\":\"Re-Review\"}");
    }

    @Test
    void aServerThatTurnsOutToBeFourZeroIsToldAgainInItsOwnWords() throws Exception {
        server.enqueue(FourZero.problem(400, "Invalid state."));
        server.enqueue(FourZero.object(FourZero.patch("Under Review")));

        try (PatchworkClient client = client()) {
            assertThat(client.patches()
                            .update(
                                    PATCH,
                                    PatchUpdate.builder()
                                            .state(PatchState.UNDER_REVIEW)
                                            .build())
                            .state())
                    .isEqualTo(PatchState.UNDER_REVIEW);
        }
        assertThat(sent()).endsWith("{\"state\":\"under-review\"}");
        assertThat(sent()).endsWith("{\"state\":\"under review\"}");
    }

    @Test
    void textsAreClearedOnFourZeroByAnEmptyOneForNullMeansNothingThere() throws Exception {
        server.enqueue(FourZero.object(FourZero.INDEX));
        server.enqueue(FourZero.object(FourZero.patch("New")));

        try (PatchworkClient client = client()) {
            client.patches()
                    .update(
                            PATCH,
                            PatchUpdate.builder()
                                    .clearCommitRef()
                                    .archived(true)
                                    .build());
        }
        assertThat(sent()).isEqualTo("GET /api/1.3/ ");
        assertThat(sent()).endsWith("{\"commit_ref\":\"\",\"archived\":true}");
    }

    @Test
    void whatFourZeroCannotClearIsRefused() {
        try (PatchworkClient client = client(ServerDialect.PATCHWORK_4)) {
            refused(
                    () -> client.patches()
                            .update(PATCH, PatchUpdate.builder().clearDelegate().build()),
                    "Patchwork 4.0");
            refused(() -> client.comments().update(PATCH, 1, CommentUpdate.cleared()), "Patchwork 4.0");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void whatOnlyTheOtherServerWritesIsRefused() {
        try (PatchworkClient three = client(ServerDialect.PATCHWORK_3);
                PatchworkClient four = client(ServerDialect.PATCHWORK_4)) {
            refused(
                    () -> three.series()
                            .update(5, SeriesUpdate.builder().version(2).build()),
                    "changing a series is nothing that Patchwork 3.x does");
            Check check = PatchworkJson.create().read(Check.class, FourZero.check(9, "fail", "build"));
            refused(
                    () -> three.checks()
                            .update(
                                    PATCH,
                                    check,
                                    CheckUpdate.builder().description("x").build()),
                    "changing a check");
            refused(
                    () -> four.users()
                            .update(3, UserUpdate.builder().showIds(true).build()),
                    "settings of a user");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void seriesAndChecksOfFourZeroAreChanged() throws Exception {
        server.enqueue(FourZero.object(FourZero.check(9, "success", "build")));
        server.enqueue(FourZero.problem(403, "You do not have permission to perform this action."));
        Check check = PatchworkJson.create().read(Check.class, FourZero.check(9, "fail", "build"));

        try (PatchworkClient client = client(ServerDialect.PATCHWORK_4)) {
            client.checks()
                    .update(
                            PATCH,
                            check,
                            CheckUpdate.builder()
                                    .state(CheckState.SUCCESS)
                                    .clearDescription()
                                    .clearTargetUrl()
                                    .build());
            assertThatThrownBy(() -> client.series()
                            .update(
                                    SeriesRef.builder().id(5).build(),
                                    SeriesUpdate.builder()
                                            .metadata(Map.of("branch", "next"))
                                            .build()))
                    .isInstanceOf(PermissionException.class);
        }
        assertThat(sent())
                .isEqualTo("PATCH /api/1.3/patches/7/checks/9/"
                        + " {\"state\":\"success\",\"description\":\"\",\"target_url\":\"\",\"context\":\"build\"}");
        assertThat(sent()).isEqualTo("PATCH /api/1.3/series/5/ {\"metadata\":{\"branch\":\"next\"}}");
    }

    @Test
    void aCheckNamesItsContextUnlessTheServerIsKnownToDoThat() throws Exception {
        server.enqueue(FourZero.object(201, FourZero.check(9, "success", "default")));
        server.enqueue(FourZero.object(201, FourZero.check(9, "success", "default")));

        NewCheck check = NewCheck.builder(CheckState.SUCCESS).build();
        try (PatchworkClient unknown = client();
                PatchworkClient three = client(ServerDialect.PATCHWORK_3)) {
            assertThat(unknown.checks().create(PATCH, check).id()).isEqualTo(9);
            three.checks().create(7, check);
        }
        assertThat(sent()).endsWith("{\"state\":\"success\",\"context\":\"default\"}");
        assertThat(sent()).endsWith("{\"state\":\"success\"}");
    }

    @Test
    void aCheckWhoseAnswerWasLostIsFoundAgain() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(FourZero.list(FourZero.check(4, "success", "other") + "," + FourZero.check(9, "fail", "build")));

        try (PatchworkClient client = client()) {
            Check check = client.checks()
                    .create(
                            7,
                            NewCheck.builder(CheckState.FAIL).context("build").build());
            assertThat(check.id()).isEqualTo(9);
        }
        assertThat(sent()).startsWith("POST");
        assertThat(sent()).isEqualTo("GET /api/1.3/patches/7/checks/?page=1&per_page=100 ");
        assertThat(server.getRequestCount()).as("posted once").isEqualTo(2);
    }

    @Test
    void aCheckThatIsNotThereAfterAllIsAFailure() {
        server.enqueue(new MockResponse.Builder()
                .code(504)
                .addHeader("Content-Type", "text/html")
                .build());
        // The newest of the context says something else, so the old one that says the same is no proof.
        server.enqueue(FourZero.list(FourZero.check(8, "fail", "build") + "," + FourZero.check(9, "pending", "build")));

        try (PatchworkClient client = client()) {
            assertThatThrownBy(() -> client.checks()
                            .create(
                                    7,
                                    NewCheck.builder(CheckState.FAIL)
                                            .context("build")
                                            .build()))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("504");
        }
    }

    @Test
    void aBundleWhoseNameIsTakenIsExplained() {
        server.enqueue(new MockResponse.Builder()
                .code(500)
                .addHeader("Content-Type", "text/html")
                .body("<h1>Server Error (500)</h1>")
                .build());

        try (PatchworkClient client = client(ServerDialect.PATCHWORK_3)) {
            assertThatThrownBy(() ->
                            client.bundles().create(NewBundle.builder("mine", 1).build()))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("may have a bundle of that name");
        }
    }

    private PatchworkClient client() {
        return builder().build();
    }

    private PatchworkClient client(ServerDialect dialect) {
        return builder().dialect(dialect).build();
    }

    @Override
    PatchworkClient.Builder builder() {
        return super.builder().retries(Retries.NONE);
    }

    private String sent() throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        return request.getMethod() + " " + request.getTarget() + " " + body;
    }

    private static void refused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }
}
