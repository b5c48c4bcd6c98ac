package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.client.Pace;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls made by virtual threads, which Java has from 21 on and the library, made for 17, is not to know. */
@EnabledForJreRange(min = JRE.JAVA_21)
@Timeout(120)
class VirtualThreadsTest {
    private static final String TOKEN = "7f00ccd08c8e886d615b824406551b3ba44b8b9f";
    private static final int THREADS = 200;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void manyReadListAndWriteAtOnceAtAPace(Profile profile) throws Exception {
        try (FakePatchwork fake = FakePatchwork.builder()
                        .profile(profile)
                        .project("kettle", "kettle.lists.example.org")
                        .user("maint", TOKEN, "kettle")
                        .generatedPatches("kettle", THREADS, 1)
                        .start();
                PatchworkClient client = PatchworkClient.builder(fake.url().toString())
                        .userAgent("test/1 (test@example.org)")
                        .credentials(io.github.patchwork4j.client.Credentials.token(TOKEN))
                        .pace(Pace.of(2000, 100, 8))
                        .build()) {
            ExecutorService threads = virtualThreads();
            try {
                List<Callable<Boolean>> calls = new ArrayList<>();
                for (long id = 1; id <= THREADS; id++) {
                    long patch = id;
                    calls.add(() -> {
                        Patch read = client.patches().get(patch);
                        PatchUpdate update =
                                PatchUpdate.builder().archived(!read.archived()).build();
                        boolean written = client.patches().update(patch, update).archived() != read.archived();
                        boolean ahead = patch % 20 == 0;
                        PatchQuery query =
                                PatchQuery.builder().project("kettle").build();
                        long found = client
                                .patches()
                                .list(query)
                                .pageSize(50)
                                .prefetch(ahead ? 3 : 0)
                                .limit(ahead ? THREADS : 50)
                                .stream()
                                .map(PatchSummary::id)
                                .distinct()
                                .count();
                        return written && found == (ahead ? THREADS : 50);
                    });
                }
                for (Future<Boolean> call : threads.invokeAll(calls)) {
                    assertThat(call.get()).isTrue();
                }
            } finally {
                threads.shutdownNow();
                assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
