package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.core.PatchSummary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that uses a client ends by itself, whether it closes the client or not. */
class ExitTest extends WithServer {
    /** Less than what is left behind would take, and much more than a program on a busy machine. */
    private static final int SECONDS = 45;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String target = request.getTarget();
                if (target.contains("/patches/?")) {
                    return page(request.getUrl().queryParameter("page"));
                }
                if (target.endsWith("/7/")) {
                    return FourZero.object(FourZero.patch("New"));
                }
                MockResponse.Builder never = new MockResponse.Builder();
                return target.endsWith("/8/")
                        ? never.code(429).addHeader("Retry-After", "55").build()
                        : never.onResponseStart(SocketEffect.Stall.INSTANCE).build();
            }
        });
    }

    private static MockResponse page(String number) {
        int page = Integer.parseInt(number);
        return FourZero.list(FourZero.patch("New").replace("\"id\":7", "\"id\":" + page))
                .newBuilder()
                .setHeader("Link", "</?page=" + (page + 1) + ">; rel=\"next\", </?page=99>; rel=\"last\"")
                .build();
    }

    @Test
    void aProgramThatClosesItsClientEnds() throws Exception {
        assertThat(run("close")).isEqualTo("used\nclosed\ngiven up\ngiven up\n");
    }

    @Test
    void aProgramThatForgetsToCloseItsClientEndsAsWell() throws Exception {
        assertThat(run("forget")).isEqualTo("used\n");
    }

    private String run(String how) throws Exception {
        Path out = folder.resolve("out");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        server.url("/").toString(),
                        how)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(program.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(program.exitValue()).isZero();
        } finally {
            program.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    /** Asks in every way there is, and leaves a walk, a call and a call that is to be repeated behind. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws InterruptedException {
            CountDownLatch waits = new CountDownLatch(1);
            PatchworkClient client = PatchworkClient.builder(args[0])
                    .userAgent("test/1 (test@example.org)")
                    .listener(new ClientListener() {
                        @Override
                        public void retrying(ClientRequest request, Duration wait) {
                            waits.countDown();
                        }
                    })
                    .build();
            client.patches().get(7);
            client.async().patches().get(7).join();
            Iterator<PatchSummary> ahead =
                    client.patches().list().pageSize(1).prefetch(4).iterator();
            ahead.next();
            ahead.next();
            CompletableFuture<?> stalled = client.async().patches().get(9);
            CompletableFuture<?> retried = client.async().patches().get(8);
            waits.await(); // for almost a minute, and all others for the same server with it
            System.out.print("used\n");
            if (args[1].equals("close")) {
                client.close();
                System.out.print("closed\n");
                end(retried);
                end(stalled);
            }
        }

        private static void end(CompletableFuture<?> future) {
            System.out.print(future.handle((value, failure) -> failure == null ? "answered\n" : "given up\n")
                    .join());
        }
    }
}
