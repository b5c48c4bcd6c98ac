package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many requests go out, in a time and at once. */
@Timeout(60)
class PaceTest extends WithServer {
    private static final MockResponse PATCH = FourZero.object(FourZero.patch("New"));

    private final TestTime time = new TestTime();

    @Test
    void requestsAreEvenlySpacedAfterTheFirstFew() {
        answerAlways();

        try (PatchworkClient client = client(Pace.of(2, 3, 10))) {
            for (int i = 0; i < 6; i++) {
                client.patches().get(7);
            }
        }
        Duration half = Duration.ofMillis(500);
        assertThat(time.waits()).containsExactly(half, half, half);
    }

    @Test
    void aTimeOfSilenceAllowsAFewAtOnceAgainButNoMore() {
        answerAlways();

        try (PatchworkClient client = client(Pace.of(1, 2, 10))) {
            client.patches().get(7);
            client.patches().get(7);
            time.pass(Duration.ofHours(1));
            client.patches().get(7);
            client.patches().get(7);
            client.patches().get(7);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void clientsThatShareAPaceCountTogether() {
        answerAlways();
        Pace pace = Pace.of(1, 1, 1);

        try (PatchworkClient one = client(pace);
                PatchworkClient other = client(pace)) {
            one.patches().get(7);
            other.patches().get(7);
            one.withTimeouts(Timeouts.DEFAULT).patches().get(7);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void eachHostHasItsOwnCount() {
        Pace pace = Pace.of(1, 1, 1);

        assertThat(pace.lane(HttpUrl.get("https://a.example.org/x")).turn(0).left())
                .isZero();
        assertThat(pace.lane(HttpUrl.get("https://b.example.org/x")).turn(0).left())
                .isZero();
        assertThat(pace.lane(HttpUrl.get("https://a.example.org/y")).turn(0).left())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aServerThatAsksToBeLeftAloneIsLeftAloneByAll() {
        Pace pace = Pace.of(1000, 10, 10);
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "30")
                .build());
        server.enqueue(PATCH);

        Pace.Lane lane = pace.lane(server.url("/"));
        time.hold();
        try (PatchworkClient client = client(pace)) {
            CompletableFuture<?> patch = Calls.future(client.api().patch(7));
            Calls.until(() -> time.held() == 1);

            assertThat(lane.turn(time.nanos()).left()).isEqualTo(Duration.ofSeconds(30));
            assertThat(patch).isNotDone();
        }
    }

    @Test
    void noMoreThanAllowedAreInFlightAndTheOthersFollowInOrder() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        List<String> arrived = new ArrayList<>();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                synchronized (arrived) {
                    arrived.add(request.getTarget());
                }
                answer.await();
                return PATCH;
            }
        });
        try (PatchworkClient client = client(Pace.of(1e6, 100, 1))) {
            List<CompletableFuture<?>> patches = new ArrayList<>();
            for (long id : LongStream.range(0, 5).toArray()) {
                patches.add(Calls.future(client.api().patch(id)));
            }
            Calls.until(() -> size(arrived) == 1);
            Thread last = new Thread(() -> client.patches().get(5));
            last.start();
            Calls.until(() -> last.getState() == Thread.State.WAITING);
            assertThat(size(arrived)).isEqualTo(1);

            answer.countDown();
            patches.forEach(CompletableFuture::join);
            last.join(TimeUnit.SECONDS.toMillis(30));
        }
        assertThat(arrived)
                .containsExactly(
                        "/api/1.3/patches/0/",
                        "/api/1.3/patches/1/",
                        "/api/1.3/patches/2/",
                        "/api/1.3/patches/3/",
                        "/api/1.3/patches/4/",
                        "/api/1.3/patches/5/");
    }

    @Test
    void anInterruptEndsTheWaitForATurnAndForAPlace() throws InterruptedException {
        answerAlways();
        Pace turns = Pace.of(1, 1, 1);
        try (PatchworkClient client = client(turns)) {
            client.patches().get(7);
            time.interrupt();
            assertThatThrownBy(() -> client.patches().get(7))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(turns.lane(server.url("/")).enter(() -> {}))
                .as("the place is free again")
                .isTrue();

        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        try (PatchworkClient client = client(turns)) {
            Thread waits = new Thread(() -> {
                try {
                    client.patches().get(7);
                } catch (PatchworkException e) {
                    failure.complete(e);
                }
            });
            waits.start();
            Calls.until(() -> waits.getState() == Thread.State.WAITING);
            waits.interrupt();
            assertThat(failure.join()).isInstanceOf(TransportException.class).hasMessageContaining("interrupted");
        }
        turns.lane(server.url("/")).leave();
        assertThat(turns.lane(server.url("/")).enter(() -> {}))
                .as("who gave up is not in line any more")
                .isTrue();
    }

    @Test
    void aCallThatIsCanceledInLineEndsAtOnceAndLeavesTheLine() {
        Pace pace = Pace.of(1, 1, 1);
        Pace.Lane lane = pace.lane(server.url("/"));
        assertThat(lane.enter(() -> {})).isTrue();

        try (PatchworkClient client = client(pace)) {
            retrofit2.Call<?> call = client.api().patch(7);
            CompletableFuture<?> patch = Calls.future(call);
            assertThat(patch).isNotDone();
            call.cancel();

            assertThat(patch).isCompletedExceptionally();
        }
        lane.leave();
        assertThat(lane.enter(() -> {})).isTrue();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aTurnThatIsGivenBackGoesToTheNextRequestAndNoTurnGoesToTwo() {
        Pace.Lane lane = Pace.of(1, 1, 10).lane(server.url("/"));
        lane.turn(0);
        Pace.Turn first = lane.turn(0);
        Pace.Turn second = lane.turn(0);
        assertThat(second.left()).isEqualTo(Duration.ofSeconds(2));

        lane.giveBack(first);

        assertThat(lane.turn(0).left()).isEqualTo(Duration.ofSeconds(1));
        assertThat(lane.turn(0).left()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aTurnWhoseTimeIsOverIsNotGivenAgain() {
        Pace.Lane lane = Pace.of(1, 1, 10).lane(server.url("/"));
        lane.turn(0);
        Pace.Turn first = lane.turn(0);
        lane.turn(0);
        lane.giveBack(first);

        assertThat(lane.turn(Duration.ofMillis(1500).toNanos()).left()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void theLastTurnsAreTakenBackAsIfNobodyHadAsked() {
        Pace.Lane lane = Pace.of(1, 2, 10).lane(server.url("/"));
        lane.turn(0);
        List<Pace.Turn> later = List.of(lane.turn(0), lane.turn(0), lane.turn(0));

        later.forEach(lane::giveBack);

        assertThat(lane.turn(0).left()).isZero();
        assertThat(lane.turn(0).left()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aRequestThatIsGivenUpWhileItWaitsGivesItsTurnBack() {
        Pace pace = Pace.of(1, 1, 10);
        Pace.Lane lane = pace.lane(server.url("/"));
        lane.turn(time.nanos());
        time.hold();
        try (PatchworkClient client = client(pace)) {
            retrofit2.Call<?> call = client.api().patch(7);
            CompletableFuture<?> patch = Calls.future(call);
            call.cancel();
            assertThat(patch).isCompletedExceptionally();

            time.interrupt();
            assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(TransportException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(lane.turn(time.nanos()).left()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aPaceThatMeansNothingIsRefused() {
        assertThatThrownBy(() -> Pace.of(0, 1, 1)).hasMessageContaining("perSecond");
        assertThatThrownBy(() -> Pace.of(Double.NaN, 1, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Pace.of(1, 0, 1)).hasMessageContaining("burst");
        assertThatThrownBy(() -> Pace.of(1, 1, 10_001)).hasMessageContaining("10001");
    }

    private static int size(List<?> list) {
        synchronized (list) {
            return list.size();
        }
    }

    private void answerAlways() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return PATCH;
            }
        });
    }

    private PatchworkClient client(Pace pace) {
        return builder().pace(pace).waiting(time).build();
    }
}
