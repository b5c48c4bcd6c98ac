package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.AuthenticationException;
import io.github.patchwork4j.client.CheckQuery;
import io.github.patchwork4j.client.Credentials;
import io.github.patchwork4j.client.Download;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.PersonQuery;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.User;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client reads all that there is from the fake, as a program would. */
@PatchworkTest(world = "/recorded/world.json")
class ClientAgainstFakeTest {
    static Stream<ApiVersion> versions() {
        return ApiVersion.KNOWN.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everythingIsReadInEveryVersion(ApiVersion version, FakePatchwork patchwork) {
        try (PatchworkClient client = client(patchwork, version)) {
            assertThat(client.projects().list().pageSize(4))
                    .hasSize(6)
                    .allSatisfy(project ->
                            assertThat(client.projects().get(project)).isEqualTo(project));
            assertThat(client.users().list())
                    .extracting(User::username)
                    .hasSize(10)
                    .contains("maint", "eve");
            assertThat(client.people().list()).extracting(Person::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            assertThat(client.patches().list().pageSize(40)).hasSize(103);
            assertThat(client.covers().list()).extracting(CoverSummary::id).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(client.series().list().pageSize(94)).hasSize(95);
            assertThat(client.bundles().list()).extracting(Bundle::id).contains(1L, 3L, 6L);
            assertThat(client.events().list().pageSize(250))
                    .extracting(Event::category)
                    .hasSizeGreaterThan(460);
        }
    }

    @Test
    void aSeriesLeadsToItsPatchesTheirChecksAndTheirComments(FakePatchwork patchwork) {
        try (PatchworkClient client = client(patchwork, ApiVersion.V1_3)) {
            Series series = client.series().get(3);
            assertThat(series.receivedAll()).isTrue();
            assertThat(client.covers().get(series.coverLetter().orElseThrow()).name())
                    .isEqualTo("[v2,0/3] frob: teach it to nicate");

            List<Patch> patches =
                    series.patches().stream().map(client.patches()::get).toList();
            assertThat(patches)
                    .extracting(Patch::name)
                    .containsExactly(
                            "[v2,1/3] frob: rename things",
                            "[v2,2/3] frob: nicate on demand",
                            "[v2,3/3] frob: test nication");
            assertThat(patches.get(0).check()).isEqualTo(CheckState.WARNING);
            assertThat(client.checks().list(patches.get(0)))
                    .extracting(Check::context)
                    .contains("build");
            assertThat(client.checks()
                            .list(
                                    patches.get(0),
                                    CheckQuery.builder()
                                            .state(CheckState.WARNING)
                                            .build()))
                    .isNotEmpty()
                    .allSatisfy(check -> assertThat(check.state()).isEqualTo(CheckState.WARNING));
            PatchRef first = PatchRef.builder().id(1).name("").build();
            assertThat(client.comments().list(first))
                    .isNotEmpty()
                    .allSatisfy(comment -> assertThat(client.comments().get(first, comment.id()))
                            .isEqualTo(comment))
                    .extracting(Comment::subject)
                    .contains("Re: [PATCH 1/3] frob: rename things");
        }
    }

    @Test
    void filtersFindWhatTheyShould(FakePatchwork patchwork) {
        try (PatchworkClient client = client(patchwork, ApiVersion.V1_3)) {
            PatchQuery slash = PatchQuery.builder()
                    .messageId(MessageId.of("<a/b+c=d%e@odd.example.com>"))
                    .build();
            assertThat(client.patches().list(slash))
                    .extracting(PatchSummary::id)
                    .containsExactly(16L);

            PatchQuery superseded = PatchQuery.builder()
                    .project("core")
                    .addStates(PatchState.SUPERSEDED)
                    .addOrder(PatchQuery.Order.DATE_DESCENDING, PatchQuery.Order.ID)
                    .build();
            assertThat(client.patches().list(superseded).pageSize(2).toList())
                    .isNotEmpty()
                    .isSortedAccordingTo((one, other) -> other.date().compareTo(one.date()))
                    .allSatisfy(patch -> assertThat(patch.state()).isEqualTo(PatchState.SUPERSEDED));

            Event oldest = client.events()
                    .list(EventQuery.builder().addOrder(EventQuery.Order.DATE).build())
                    .iterator()
                    .next();
            assertThat(client.events()
                            .list(EventQuery.builder()
                                    .before(oldest.date().plusMillis(1))
                                    .build()))
                    .extracting(Event::id)
                    .contains(oldest.id());
        }
    }

    @Test
    void mailsAreDownloadedById(FakePatchwork patchwork) throws Exception {
        try (PatchworkClient client = client(patchwork, ApiVersion.V1_3)) {
            for (PatchSummary patch :
                    client.patches().list(PatchQuery.builder().project("core").build())) {
                try (Download mbox = client.patches().mbox(patch)) {
                    assertThat(new String(mbox.stream().readAllBytes(), StandardCharsets.UTF_8))
                            .contains("X-Patchwork-Id: " + patch.id() + "\n");
                }
            }
            for (CoverSummary cover : client.covers().list()) {
                assertThat(client.covers().mbox(cover).bytes())
                        .asString()
                        .contains("X-Patchwork-Id: " + cover.id() + "\n");
            }
            for (Bundle bundle : client.bundles().list()) {
                assertThat(client.bundles().mbox(bundle).bytes()).isNotEmpty();
            }
            assertThat(client.series().mbox(client.series().get(3)).bytes())
                    .asString()
                    .contains("X-Patchwork-Id: 5\n", "X-Patchwork-Id: 6\n", "X-Patchwork-Id: 7\n");
            assertThat(client.patches().diff(client.patches().get(5)).bytes())
                    .asString()
                    .isEqualTo(client.patches().get(5).diff().orElseThrow());
        }
    }

    @Test
    void whoeverMayNotReadIsTold(FakePatchwork patchwork) {
        try (PatchworkClient client = PatchworkClient.builder(patchwork.url().toString())
                .userAgent("test/1 (test@example.org)")
                .build()) {
            assertThat(client.projects().get("core").maintainers()).isNotEmpty();
            assertThatThrownBy(() -> client.people()
                            .list(PersonQuery.builder().search("alice").build())
                            .toList())
                    .isInstanceOf(AuthenticationException.class);
            assertThatThrownBy(() -> client.projects().get("no-such-project")).isInstanceOf(NotFoundException.class);
            assertThat(client.projects().list()).extracting(Project::linkName).contains("core");
        }
        try (PatchworkClient client = PatchworkClient.builder(patchwork.url().toString())
                .userAgent("test/1 (test@example.org)")
                .credentials(Credentials.token("0000000000000000000000000000000000000000"))
                .build()) {
            assertThatThrownBy(() -> client.patches().get(1))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("Invalid token.");
        }
    }

    private static PatchworkClient client(FakePatchwork patchwork, ApiVersion version) {
        return PatchworkClient.builder(patchwork.url().toString())
                .userAgent("test/1 (test@example.org)")
                .credentials(Credentials.token("7f00ccd08c8e886d615b824406551b3ba44b8b9f"))
                .apiVersion(version)
                .serverZone(ZoneId.of("Australia/Canberra"))
                .strict()
                .build();
    }
}
