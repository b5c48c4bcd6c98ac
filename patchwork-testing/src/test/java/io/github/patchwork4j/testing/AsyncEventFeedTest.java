package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.AsyncEventFeed;
import io.github.patchwork4j.client.EventCursor;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.ServerException;
import io.github.patchwork4j.core.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who follows events with futures gets what those get who wait, on one thread for all answers: whatever waited on it would wait for ever. */
@Timeout(60)
class AsyncEventFeedTest {
    private static final EventQuery ALL = EventQuery.builder().build();

    private final ExecutorService one = Executors.newSingleThreadExecutor();

    @AfterEach
    void dismiss() {
        one.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void eachEventIsToldOnceOverSeveralPagesOfOneDateAndRestarts(Profile profile) {
        try (FakePatchwork fake = fake(profile, EventTrouble.EQUAL_DATES);
                PatchworkClient client = client(fake)) {
            for (int series = 0; series < 4; series++) {
                fake.edit().series("kettle: part " + series).patches(40).create();
            }
            List<Long> told = new ArrayList<>();
            List<String> stored =
                    new ArrayList<>(List.of(EventCursor.beginning().toString()));
            for (int sizeBefore = -1; sizeBefore < told.size(); ) {
                sizeBefore = told.size();
                AsyncEventFeed feed = client.async().events().follow(ALL, EventCursor.parse(stored.get(0)));
                int end = sizeBefore + 270;
                feed.forEachWhile(event -> {
                            told.add(event.id());
                            stored.set(0, feed.cursor().toString());
                            return told.size() < end;
                        })
                        .join();
                assertThat(feed.hasGap()).isFalse();
            }
            assertThat(told).hasSizeGreaterThan(300).doesNotHaveDuplicates();
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(
                            client.events().list().stream().map(Event::id).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aWalkThatFailsGoesOnBehindTheLastEventThatItTold(Profile profile) {
        try (FakePatchwork fake = fake(profile);
                PatchworkClient client = client(fake)) {
            fake.edit().patch("kettle: one");
            AsyncEventFeed feed = client.async().events().follow(ALL, EventCursor.beginning());
            List<Long> told = new ArrayList<>();
            CompletableFuture<Void> broken = feed.forEach(event -> {
                told.add(event.id());
                throw new IllegalStateException("the disk is full");
            });
            assertThatThrownBy(broken::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseMessage("the disk is full");
            fake.fault("GET /api/1.3/events/ times=1 status=500");
            CompletableFuture<Void> refused = feed.forEach(event -> told.add(event.id()));
            assertThatThrownBy(refused::join).hasCauseInstanceOf(ServerException.class);
            feed.overlap(Duration.ofHours(1))
                    .forEach(event -> told.add(event.id()))
                    .join();
            assertThat(told).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    private static FakePatchwork fake(Profile profile, EventTrouble... troubles) {
        return FakePatchwork.builder()
                .profile(profile)
                .project("kettle", "kettle.lists.example.org")
                .eventTroubles(troubles)
                .start();
    }

    private PatchworkClient client(FakePatchwork fake) {
        return PatchworkClient.builder(fake.url().toString())
                .userAgent("test/1 (test@example.org)")
                .httpClient(new OkHttpClient.Builder()
                        .dispatcher(new Dispatcher(one))
                        .build())
                .build();
    }
}
