package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.client.BundleUpdate;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.NewBundle;
import io.github.patchwork4j.client.NewCheck;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Bundle;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sixteen clients at once that read and write: for so many seconds as the system property {@code load.seconds} says, and in
 * the build, which does not set it, {@value #REQUESTS} requests each.
 */
class LoadTest {
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 50;
    private static final int SECONDS = Integer.getInteger("load.seconds", 0);
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
            long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
            List<Future<Written>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(threads.submit(() -> work(fake.client("bot" + client), client, end)));
            }
            Written written = new Written(0, 0);
            for (Future<Written> client : clients) {
                written = written.plus(client.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (SECONDS > 0) {
                System.out.printf(
                        "%s: %d requests in %.1f s, %.0f a second%n",
                        profile, fake.requestCount(), seconds, fake.requestCount() / seconds);
            }
            assertThat(fake.requests())
                    .filteredOn(request -> request.status() >= 300)
                    .isEmpty();
            checksAreWhole(fake.client(), written.checks(), profile);
            assertThat(fake.client().bundles().list())
                    .hasSize(written.bundles())
                    .allMatch(bundle -> bundle.name().startsWith("done-"));
            statesFollowEachOther(fake.client());
        } finally {
            threads.shutdownNow();
        }
    }

    /** What clients have written that stays. */
    private record Written(int checks, int bundles) {
        Written plus(Written other) {
            return new Written(checks + other.checks, bundles + other.bundles);
        }
    }

    private static Written work(PatchworkClient client, int seed, long end) {
        // A client that does not know its server yet may have to write a state twice.
        client.server();
        Random random = new Random(seed);
        Written written = new Written(0, 0);
        for (int i = 0; SECONDS > 0 ? System.nanoTime() - end < 0 : i < REQUESTS; i++) {
            long patch = 1L + random.nextInt(PATCHES);
            int choice = random.nextInt(7);
            if (choice == 0) {
                String context = "run-" + seed + "-" + i;
                client.checks()
                        .create(
                                patch,
                                NewCheck.builder(CheckState.SUCCESS)
                                        .context(context)
                                        .build());
                written = written.plus(new Written(1, 0));
            } else if (choice == 1) {
                PatchState state = STATES.get(random.nextInt(STATES.size()));
                client.patches()
                        .update(patch, PatchUpdate.builder().state(state).build());
            } else if (choice == 2) {
                written = written.plus(new Written(0, bundle(client, seed + "-" + i, patch, random.nextBoolean())));
            } else {
                read(client, choice, patch);
            }
        }
        return written;
    }

    /** Makes a bundle and changes it, or deletes it again; returns how many stay. */
    private static int bundle(PatchworkClient client, String name, long patch, boolean stays) {
        Bundle bundle = client.bundles()
                .create(NewBundle.builder("new-" + name, patch).visibleToAll().build());
        if (stays) {
            client.bundles()
                    .update(bundle, BundleUpdate.builder().name("done-" + name).build());
            return 1;
        }
        client.bundles().delete(bundle);
        return 0;
    }

    private static void read(PatchworkClient client, int choice, long patch) {
        switch (choice) {
            case 3 -> assertThat(client.patches().list().pageSize(10).limit(10)).hasSize(10);
            case 4 -> assertThat(client.events().list().pageSize(30).limit(30)).hasSize(30);
            case 5 -> assertThat(client.series().list().pageSize(5).limit(5)).isNotEmpty();
            default -> assertThat(client.patches().get(patch).id()).isEqualTo(patch);
        }
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
