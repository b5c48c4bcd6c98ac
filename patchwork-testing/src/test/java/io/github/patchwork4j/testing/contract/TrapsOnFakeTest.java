package io.github.patchwork4j.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.BundleQuery;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.NewCheck;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.Maintainer;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.mbox.patch.PatchworkHash;
import io.github.patchwork4j.testing.EventTrouble;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.FakePatchworkBuilder;
import io.github.patchwork4j.testing.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Traps that lie in what a server does, not in a single answer of it. */
class TrapsOnFakeTest {
    @Test
    void archivedPatchesAreListedUnlessTheyAreLeftOut() {
        try (FakePatchwork fake = builder(Profile.PATCHWORK_3_2).start();
                PatchworkClient client = fake.client("maint")) {
            PatchQuery current = PatchQuery.builder().archived(false).build();

            assertThat(client.patches().list())
                    .extracting(PatchSummary::archived)
                    .contains(true, false);
            assertThat(client.patches().list(current)).isNotEmpty().noneMatch(PatchSummary::archived);
        }
    }

    /** The id of a maintainer is that of a profile: in the recorded world that of {@code drift} is the id of {@code eve}. */
    @Test
    void aMaintainerIsFoundAmongTheUsersByHisName() {
        try (FakePatchwork fake = builder(Profile.PATCHWORK_3_2).start();
                PatchworkClient client = fake.client("maint")) {
            Maintainer drift = client.projects().get("core").maintainers().stream()
                    .filter(maintainer -> maintainer.username().equals("drift"))
                    .findFirst()
                    .orElseThrow();

            assertThat(drift.profileId()).isEqualTo(10);
            assertThat(client.users().get(10).username()).isEqualTo("eve");
            assertThat(client.users().get(8).username()).isEqualTo("drift");
        }
    }

    @Test
    void oneContextOfTwoAccountsCountsTwice() {
        try (FakePatchwork fake = builder(Profile.PATCHWORK_3_2).start();
                PatchworkClient maintainer = fake.client("maint");
                PatchworkClient bot = fake.client("ci-bot")) {
            bot.checks().create(9, check(CheckState.FAIL));
            maintainer.checks().create(9, check(CheckState.SUCCESS));
            assertThat(bot.patches().get(9).check()).isEqualTo(CheckState.FAIL);

            bot.checks().create(9, check(CheckState.SUCCESS));
            assertThat(bot.patches().get(9).check()).isEqualTo(CheckState.SUCCESS);
            assertThat(bot.checks().list(bot.patches().get(9)))
                    .extracting(Check::context)
                    .hasSize(3);
        }
    }

    private static NewCheck check(CheckState state) {
        return NewCheck.builder(state).context("once").build();
    }

    @Test
    void aPatchThatIsDeletedWhileAListIsReadIsNotFoundAndTheListGoesOn() {
        try (FakePatchwork fake = builder(Profile.PATCHWORK_3_2).start();
                PatchworkClient client = fake.client("maint")) {
            Set<Long> seen = new TreeSet<>();
            for (PatchSummary patch : client.patches().list().pageSize(10).steady()) {
                seen.add(patch.id());
                if (seen.size() == 5) {
                    fake.edit().deletePatch(patch.id());
                    assertThatThrownBy(() -> client.patches().get(patch)).isInstanceOf(NotFoundException.class);
                }
            }
            assertThat(seen).hasSize(103);
        }
    }

    /** Since bounds a date from below and includes it, so who goes on from the last event with an overlap misses none. */
    @Test
    void eventsThatShowLateAreSeenByWhoGoesBackALittle() {
        assertThat(missedWithAnOverlapOf(Duration.ZERO)).isNotEmpty();
        assertThat(missedWithAnOverlapOf(Duration.ofSeconds(20))).isEmpty();
    }

    private static Set<Long> missedWithAnOverlapOf(Duration overlap) {
        try (FakePatchwork fake = builder(Profile.PATCHWORK_3_2)
                        .clock(Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC))
                        .eventTroubles(EventTrouble.LATE)
                        .start();
                PatchworkClient client = fake.client("maint")) {
            Set<Long> seen = new TreeSet<>();
            Instant last = Instant.parse("2026-12-01T00:00:00Z");
            for (int poll = 0; poll < 12; poll++) {
                if (poll < 8) {
                    client.checks().create(9, check(CheckState.SUCCESS));
                }
                for (Event event : client.events().list(since(last.minus(overlap)))) {
                    seen.add(event.id());
                    last = event.date().isAfter(last) ? event.date() : last;
                }
                fake.advance(Duration.ofSeconds(4));
            }
            Set<Long> missed = new TreeSet<>();
            client.events().list(since(Instant.parse("2026-12-01T00:00:00Z"))).forEach(event -> missed.add(event.id()));
            assertThat(missed).hasSize(8);
            missed.removeAll(seen);
            return missed;
        }
    }

    private static EventQuery since(Instant date) {
        return EventQuery.builder().since(date).addOrder(EventQuery.Order.DATE).build();
    }

    /** Who writes a reply can ask for action on a patch, but not on a cover letter: there the mark stays unknown. */
    @Test
    void anAnswerThatAsksForActionIsMarkedOnPatchesOnly() {
        String asking = "X-Patchwork-Action-Required: yes\n";
        try (FakePatchwork fake = FakePatchwork.builder()
                        .project("kettle", "kettle.lists.example.org")
                        .start();
                PatchworkClient client = fake.client()) {
            fake.deliver(mail("c@x", "[PATCH 0/1] boil", "", "Why.\n"));
            fake.deliver(mail("1@x", "[PATCH 1/1] heat", "References: <c@x>\n", "Text.\n---\n" + diff()));
            fake.deliver(mail("r@x", "Re: [PATCH 1/1] heat", "In-Reply-To: <1@x>\n" + asking, "No.\n"));
            fake.deliver(mail("s@x", "Re: [PATCH 0/1] boil", "In-Reply-To: <c@x>\n" + asking, "No.\n"));

            PatchSummary patch = client.patches().list().iterator().next();
            CoverSummary cover = client.covers().list().iterator().next();
            assertThat(client.comments().list(patch))
                    .extracting(Comment::addressed)
                    .containsExactly(Optional.of(false));
            assertThat(client.comments().list(cover))
                    .extracting(Comment::addressed)
                    .containsExactly(Optional.empty());
        }
    }

    private static String mail(String id, String subject, String headers, String body) {
        return "From: Ines Okafor <ines@example.org>\nSubject: " + subject + "\nDate: Mon, 2 Mar 2026 08:01:00 +0100\n"
                + "Message-Id: <" + id + ">\nList-Id: Kettle <kettle.lists.example.org>\n" + headers + "\n" + body;
    }

    /** A server that was moved to 4.0 has patches with either hash. */
    @Test
    void aPatchHasAnotherHashOnFourZeroAndIsFoundByIt() {
        String diff = diff();
        for (Profile profile : Profile.values()) {
            try (FakePatchwork fake = FakePatchwork.builder()
                            .profile(profile)
                            .project("kettle", "kettle.lists.example.org")
                            .start();
                    PatchworkClient client = fake.client()) {
                fake.deliver(mail("1@x", "[PATCH] heat", "", diff));
                String hash =
                        profile == Profile.PATCHWORK_4_0 ? PatchworkHash.ofPatchwork4(diff) : PatchworkHash.of(diff);

                assertThat(client.patches().list(PatchQuery.builder().hash(hash).build()))
                        .singleElement()
                        .satisfies(patch -> assertThat(patch.hash()).hasValue(hash));
            }
        }
        assertThat(PatchworkHash.ofPatchwork4(diff)).isNotEqualTo(PatchworkHash.of(diff));
    }

    private static String diff() {
        return """
                diff --git a/f b/f
                --- a/f
                +++ b/f
                @@ -1 +1 @@
                -old
                +new
                """;
    }

    @Test
    void bundlesOfFourZeroAreListedWithoutTheirPatchesAndReadWithThem() {
        try (FakePatchwork fake = builder(Profile.PATCHWORK_4_0).start();
                PatchworkClient client = fake.client("maint")) {
            Bundle row = client.bundles()
                    .list(BundleQuery.builder().project("core").isPublic(true).build())
                    .iterator()
                    .next();

            assertThat(row.patches()).isEmpty();
            assertThat(client.bundles().get(row.id()).patches()).isNotEmpty();
        }
    }

    private static FakePatchworkBuilder builder(Profile profile) {
        try (InputStream world = TrapsOnFakeTest.class.getResourceAsStream("/recorded/world.json")) {
            return FakePatchwork.builder().world(Objects.requireNonNull(world)).profile(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
