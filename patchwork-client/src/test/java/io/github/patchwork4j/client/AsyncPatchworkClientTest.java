package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client with futures does what the client does, and its threads never wait. */
@Timeout(60)
class AsyncPatchworkClientTest extends WithServer {
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("frob").build();

    private final TestTime time = new TestTime();
    private PatchworkClient client;

    @BeforeEach
    void start() {
        client = builder().waiting(time).build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void everythingThatTheClientDoesIsThereWithFutures() {
        for (Method resource : PatchworkClient.class.getMethods()) {
            if (!resource.getReturnType().getSimpleName().endsWith("Resource")) {
                continue;
            }
            Class<?> async = Arrays.stream(AsyncPatchworkClient.class.getMethods())
                    .filter(method -> method.getName().equals(resource.getName()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no async " + resource.getName()))
                    .getReturnType();
            assertThat(signatures(async.getDeclaredMethods(), false))
                    .as(resource.getName())
                    .containsExactlyInAnyOrderElementsOf(
                            signatures(resource.getReturnType().getDeclaredMethods(), true));
        }
    }

    @Test
    void everyDownloadCanBeReadByAFunctionAsWell() {
        for (Class<?> async : List.of(AsyncPatches.class, AsyncCovers.class, AsyncSeries.class, AsyncBundles.class)) {
            for (Method method : async.getMethods()) {
                if (method.getGenericReturnType().getTypeName().endsWith("<" + Download.class.getName() + ">")) {
                    assertThat(async.getMethods())
                            .as(method.toString())
                            .anyMatch(other -> other.getName().equals(method.getName())
                                    && Arrays.equals(
                                            other.getParameterTypes(),
                                            new Class<?>[] {method.getParameterTypes()[0], Function.class}));
                }
            }
        }
    }

    private static List<String> signatures(Method[] methods, boolean blocking) {
        return Arrays.stream(methods)
                .filter(method -> !method.isSynthetic() && java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Arrays.asList(method.getParameterTypes()).contains(Function.class))
                .map(method ->
                        result(method, blocking) + " " + method.getName() + Arrays.toString(method.getParameterTypes()))
                .toList();
    }

    /** Writes what comes out, without what it comes in. */
    private static String result(Method method, boolean blocking) {
        if (method.getReturnType().getSimpleName().endsWith("EventFeed")) {
            return "feed";
        }
        boolean list = method.getReturnType().getSimpleName().endsWith("Paged");
        if (!list && blocking) {
            return method.getReturnType() == void.class
                    ? Void.class.getName()
                    : method.getGenericReturnType().getTypeName();
        }
        String of = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0].getTypeName();
        return list ? "list of " + of : of;
    }

    @Test
    void aFutureHoldsTheValueAfterFurtherAttempts() {
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(FourZero.object(FourZero.patch("New")));

        assertThat(client.async().patches().get(7).join().id()).isEqualTo(7);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aFutureFailsWithWhatTheClientThrows() {
        server.enqueue(FourZero.problem(404, "Not here"));
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html>")
                .build());
        server.enqueue(FourZero.object("{\"id\": }"));
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build());

        assertFails(client.async().patches().get(7), NotFoundException.class);
        assertFails(client.async().patches().get(7), UnexpectedContentException.class);
        assertFails(client.async().patches().get(7), DecodeException.class);
        assertFails(client.async().bundles().create(NewBundle.builder("x", 1).build()), TransportException.class);
    }

    private static void assertFails(CompletableFuture<?> future, Class<? extends PatchworkException> type) {
        assertThatThrownBy(future::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(type);
    }

    @Test
    void cancelingAFutureCancelsTheCall() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        MockResponse answer = FourZero.object(FourZero.patch("New"));
        MockResponse stalled =
                answer.newBuilder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean first = asked.getCount() > 0;
                asked.countDown();
                return first ? stalled : answer;
            }
        });
        CompletableFuture<?> patch = client.async().patches().get(7);
        asked.await();

        patch.cancel(true);

        assertThatThrownBy(patch::join).isInstanceOf(CancellationException.class);
        assertThat(client.patches().get(7).id()).isEqualTo(7);
    }

    @Test
    void cancelingAFutureThatWaitsToTryAgainLeavesNothingToRun() {
        time.hold();
        server.enqueue(new MockResponse.Builder().code(503).build());
        CompletableFuture<?> patch = client.async().patches().get(7);
        Calls.until(() -> time.held() == 1);

        patch.cancel(true);

        assertThat(time.held()).isZero();
    }

    @Test
    void aListIsWalkedPageByPageUntilEnough() {
        server.enqueue(page(1, true));
        server.enqueue(page(2, true));

        List<Long> ids = new ArrayList<>();
        client.async()
                .patches()
                .list()
                .pageSize(1)
                .forEachPage(page -> {
                    page.items().forEach(patch -> ids.add(patch.id()));
                    return page.number() < 2;
                })
                .join();

        assertThat(ids).containsExactly(1L, 2L);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void allRowsOfAListComeInOrderAndLimitsHold() {
        server.enqueue(page(1, true));
        server.enqueue(page(2, true));
        server.enqueue(page(3, false));
        server.enqueue(page(4, true));

        assertThat(client.async().patches().list().pageSize(1).toList().join())
                .extracting(PatchSummary::id)
                .containsExactly(1L, 2L, 3L);
        assertThat(client.async().patches().list().limit(1).toList().join()).hasSize(1);
    }

    @Test
    void whatDependsOnTheServerIsAskedAndRefusedWithoutWaiting() {
        server.enqueue(FourZero.object(FourZero.INDEX));

        CompletableFuture<?> update = client.async()
                .patches()
                .update(7, PatchUpdate.builder().clearDelegate().build());

        assertThatThrownBy(update::join).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aStateIsTold40ByItsNameAfter40RefusedIt() {
        server.enqueue(FourZero.problem(400, "no such state"));
        server.enqueue(FourZero.object(FourZero.patch("Under Review")));

        assertThat(client.async()
                        .patches()
                        .update(
                                7,
                                PatchUpdate.builder()
                                        .state(PatchState.UNDER_REVIEW)
                                        .build())
                        .join()
                        .id())
                .isEqualTo(7);
    }

    @Test
    void aCheckWhoseAnswerIsLostIsReadBack() {
        server.enqueue(new MockResponse.Builder().code(502).build());
        server.enqueue(FourZero.list(FourZero.check(9, "fail", "default")));

        assertThat(client.async()
                        .checks()
                        .create(PATCH, NewCheck.builder(CheckState.FAIL).build())
                        .join()
                        .id())
                .isEqualTo(9);
    }

    @Test
    void anOlderVersionIsFoundWithoutWaiting() {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .addHeader("Content-Type", "text/html")
                .build());
        server.enqueue(FourZero.object(FourZero.INDEX));
        try (PatchworkClient older =
                builder().apiVersionOrOlder(ApiVersion.V1_3).build()) {
            assertThat(older.async().server().join().toString()).contains("1.2");
        }
    }

    @Test
    void aDownloadFollowsItsRedirect() {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/project/core/patch/x/mbox/")
                .build());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/plain")
                .body("From patchwork")
                .build());

        assertThat(client.async()
                        .patches()
                        .mbox(PATCH)
                        .thenApply(Download::bytes)
                        .join())
                .asString()
                .isEqualTo("From patchwork");
    }

    private static MockResponse page(int number, boolean next) {
        String patch = FourZero.patch("New").replace("\"id\":7", "\"id\":" + number);
        return FourZero.list(patch)
                .newBuilder()
                .setHeader("Link", next ? "</?page=" + (number + 1) + ">; rel=\"next\"" : "</?page=1>; rel=\"first\"")
                .build();
    }
}
