package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.AsyncPatches;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.UnknownFilterValueException;
import io.github.patchwork4j.core.PatchSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists with futures see what those see that wait, on one thread for all answers: whatever waited on it would wait for ever. */
@Timeout(60)
class AsyncListsTest {
    private static final String TOKEN = "7f00ccd08c8e886d615b824406551b3ba44b8b9f";

    private ExecutorService one;
    private Thread thread;

    @BeforeEach
    void hire() throws Exception {
        one = Executors.newSingleThreadExecutor();
        Future<Thread> itself = one.submit(Thread::currentThread);
        thread = itself.get();
    }

    @AfterEach
    void dismiss() {
        one.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void theyCountAndReadAhead(Profile profile) {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            AsyncPatches patches = client.async().patches();
            List<Long> ids =
                    client.patches().list().stream().map(PatchSummary::id).toList();

            assertThat(patches.list().count().join()).isEqualTo(120);
            assertThat(patches.list().limit(50).count().join()).isEqualTo(50);
            List<Long> seen = Collections.synchronizedList(new ArrayList<>());
            List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
            patches.list()
                    .pageSize(7)
                    .prefetch(4)
                    .forEach(patch -> {
                        seen.add(patch.id());
                        threads.add(Thread.currentThread());
                    })
                    .join();

            assertThat(seen).isEqualTo(ids);
            // Who asks takes what is there already.
            assertThat(threads).isSubsetOf(thread, Thread.currentThread());
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void noPageIsAskedForBeyondALimitOrTheEnd(Profile profile) {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            client.server();
            int before = fake.requestCount();
            assertThat(client.async()
                            .patches()
                            .list()
                            .pageSize(10)
                            .limit(35)
                            .prefetch(8)
                            .toList()
                            .join())
                    .hasSize(35);
            assertThat(fake.requestCount() - before).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aSteadyWalkLosesNothingWhenRowsLeaveTheListBehindIt(Profile profile) {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            PatchQuery fresh = PatchQuery.builder().archived(false).build();
            List<Long> ids =
                    client.patches().list(fresh).stream().map(PatchSummary::id).toList();
            PatchworkClient other = fake.client("maint");
            List<Long> seen = Collections.synchronizedList(new ArrayList<>());
            client.async()
                    .patches()
                    .list(fresh)
                    .pageSize(10)
                    .steady()
                    .forEach(patch -> {
                        seen.add(patch.id());
                        if (patch.id() % 3 == 0) {
                            other.patches()
                                    .update(
                                            patch,
                                            PatchUpdate.builder().archived(true).build());
                        }
                    })
                    .join();

            assertThat(seen).hasSizeGreaterThan(50).isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void whatTheFiltersOfAnEmptyListNameIsLookedFor(Profile profile) {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            AsyncPatches patches = client.async().patches();
            Map<String, PatchQuery> unknown = Map.of(
                    "project", PatchQuery.builder().project("kettel").build(),
                    "submitter",
                            PatchQuery.builder().submitter("nobody@example.org").build(),
                    "delegate", PatchQuery.builder().delegate("nobody").build(),
                    "series", PatchQuery.builder().series(999).build());
            unknown.forEach((filter, query) -> {
                for (boolean counts : List.of(true, false)) {
                    assertThatThrownBy(() -> {
                                var future = counts
                                        ? patches.list(query).count()
                                        : patches.list(query).toList();
                                future.join();
                            })
                            .as(filter)
                            .isInstanceOf(CompletionException.class)
                            .cause()
                            .isInstanceOfSatisfying(
                                    UnknownFilterValueException.class,
                                    e -> assertThat(e.filter()).isEqualTo(filter));
                }
            });
            PatchQuery nothing = PatchQuery.builder()
                    .project("kettle")
                    .since(Instant.parse("2030-01-01T00:00:00Z"))
                    .build();
            assertThat(patches.list(nothing).toList().join()).isEmpty();
            assertThat(patches.list(nothing).count().join()).isZero();
        }
    }

    private static FakePatchwork fake(Profile profile) {
        return FakePatchwork.builder()
                .profile(profile)
                .project("kettle", "kettle.lists.example.org")
                .user("maint", TOKEN, "kettle")
                .generatedPatches("kettle", 120, 1)
                .lenient()
                .start();
    }

    /** Makes a client that gets all answers on one thread. */
    private PatchworkClient client(FakePatchwork fake) {
        return PatchworkClient.builder(fake.url().toString())
                .userAgent("test/1 (test@example.org)")
                .credentials(io.github.patchwork4j.client.Credentials.token(TOKEN))
                .httpClient(new OkHttpClient.Builder()
                        .dispatcher(new Dispatcher(one))
                        .build())
                .build();
    }
}
