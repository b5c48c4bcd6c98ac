package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.NewCheck;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.EventPayload;
import io.github.patchwork4j.core.PatchState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sixteen clients at once that read and write. Each sends so many requests as the system property {@code fake.requests} says,
 * 50 in the build.
 */
class LoadTest {
    private static final int CLIENTS = 16;
    private static final int REQUESTS = Integer.getInteger("fake.requests", 50);
    private static final int PATCHES = 40;
    private static final List<PatchState> STATES =
            List.of(PatchState.NEW, PatchState.UNDER_REVIEW, PatchState.ACCEPTED, PatchState.REJECTED);

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"PATCHWORK_3_2", "PATCHWORK_4_0"})
    void nothingIsTornOrLost(Profile profile) throws Exception {
        FakePatchworkBuilder builder = FakePatchwork.builder().profile(profile).generatedPatches("busy", PATCHES, 1);
        for (int i = 0; i < CLIENTS; i++) {
            builder.user("bot" + i, "%040d".formatted(i + 1), "busy");
        }
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (FakePatchwork fake = builder.start()) {
            long start = System.nanoTime();
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(threads.submit(() -> work(fake.client("bot" + client), client)));
            }
            int posted = 0;
            for (Future<Integer> client : clients) {
                posted += client.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (REQUESTS > 50) {
                System.out.printf("%s: %.0f requests a second%n", profile, fake.requestCount() / seconds);
            }
            assertThat(fake.requests()).allMatch(request -> request.status() < 300);
            checksAreWhole(fake.client(), posted, profile);
            statesFollowEachOther(fake.client());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns how many checks were posted. */
    private static int work(PatchworkClient client, int seed) {
        Random random = new Random(seed);
        int posted = 0;
        for (int i = 0; i < REQUESTS; i++) {
            long patch = 1L + random.nextInt(PATCHES);
            switch (random.nextInt(6)) {
                case 0 -> {
                    NewCheck check = NewCheck.builder(CheckState.SUCCESS)
                            .context("run-" + seed + "-" + i)
                            .build();
                    client.checks().create(patch, check);
                    posted++;
                }
                case 1 ->
                    client.patches()
                            .update(
                                    patch,
                                    PatchUpdate.builder()
                                            .state(STATES.get(random.nextInt(STATES.size())))
                                            .build());
                case 2 ->
                    assertThat(client.patches().list().pageSize(10).limit(10)).hasSize(10);
                case 3 ->
                    assertThat(client.events().list().pageSize(30).limit(30)).hasSize(30);
                case 4 ->
                    assertThat(client.series().list().pageSize(5).limit(5)).isNotEmpty();
                default -> assertThat(client.patches().get(patch).id()).isEqualTo(patch);
            }
        }
        return posted;
    }

    private static void checksAreWhole(PatchworkClient client, int posted, Profile profile) {
        List<Long> ids = new ArrayList<>();
        for (long patch = 1; patch <= PATCHES; patch++) {
            client.checks().list(client.patches().get(patch)).stream()
                    .map(Check::id)
                    .forEach(ids::add);
        }
        assertThat(ids).hasSize(posted).doesNotHaveDuplicates();
        assertThat(client.events()
                        .list(EventQuery.builder()
                                .category(EventCategory.CHECK_CREATED)
                                .build()))
                .as("one event for each check on %s", profile)
                .hasSize(posted);
    }

    /** The new state of one change is the old one of the next, and the last one is that of the patch. */
    private static void statesFollowEachOther(PatchworkClient client) {
        for (long patch = 1; patch <= PATCHES; patch++) {
            EventQuery query = EventQuery.builder()
                    .patch(patch)
                    .category(EventCategory.PATCH_STATE_CHANGED)
                    .build();
            PatchState current = null;
            List<Event> changes = client.events().list(query).stream()
                    .sorted((one, other) -> Long.compare(one.id(), other.id()))
                    .toList();
            for (Event change : changes) {
                EventPayload.PatchStateChanged payload = (EventPayload.PatchStateChanged) change.payload();
                if (current != null) {
                    assertThat(payload.previousState()).isEqualTo(current);
                }
                current = payload.currentState();
            }
            if (current != null) {
                assertThat(client.patches().get(patch).state()).isEqualTo(current);
            }
        }
    }
}
