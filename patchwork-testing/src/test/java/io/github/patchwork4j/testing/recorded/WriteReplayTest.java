package io.github.patchwork4j.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.FakePatchworkBuilder;
import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import io.github.patchwork4j.testing.recorded.Recordings.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Replays what was written to a real server, each time on a world that nobody wrote to before. */
class WriteReplayTest {
    private static Recordings recordings;
    /** Each server that they start has the world that was read once to itself. */
    private static Map<LibraryStack, FakePatchworkBuilder> servers;

    @BeforeAll
    static void read() throws IOException {
        recordings = new Recordings();
        servers = new EnumMap<>(LibraryStack.class);
        for (LibraryStack libraries : LibraryStack.values()) {
            servers.put(
                    libraries,
                    FakePatchwork.builder()
                            .world(Recordings.world())
                            .lenient()
                            .realFaults()
                            .libraries(libraries));
        }
    }

    @TestFactory
    Stream<DynamicTest> writesAsTheRealServerDid() throws IOException, URISyntaxException {
        List<Exchange> writes = new ArrayList<>();
        for (LibraryStack libraries : LibraryStack.values()) {
            for (String folder : List.of("writes", "auth", "methods")) {
                Recordings.in(folder, libraries).stream()
                        .filter(exchange -> !exchange.onlyReads())
                        .forEach(writes::add);
            }
        }
        return writes.stream()
                .map(exchange -> DynamicTest.dynamicTest(exchange.title(), () -> replay(List.of(exchange))));
    }

    @TestFactory
    Stream<DynamicTest> livesThroughScenarios() throws IOException, URISyntaxException {
        Map<String, List<Exchange>> scenarios = new TreeMap<>();
        for (LibraryStack libraries : LibraryStack.values()) {
            for (Exchange exchange : Recordings.in("scenarios", libraries)) {
                String folder = exchange.title().substring(0, exchange.title().lastIndexOf('/'));
                scenarios.computeIfAbsent(folder, any -> new ArrayList<>()).add(exchange);
            }
        }
        return scenarios.entrySet().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.getKey(), () -> replay(scenario.getValue())));
    }

    private static void replay(List<Exchange> exchanges) throws IOException {
        try (FakePatchwork patchwork = servers.get(exchanges.get(0).libraries())
                .clock(new TickingClock())
                .start()) {
            RawClient client = new RawClient(patchwork.port());
            for (Exchange exchange : exchanges) {
                RawAnswer answer = recordings.replay(exchange, client);
                try {
                    Recordings.assertSame(exchange, answer);
                } catch (AssertionError different) {
                    throw new AssertionError(exchange.name() + ": " + different.getMessage(), different);
                }
            }
        }
    }

    @Test
    void keepsCountWhenManyPostAtOnce() throws Exception {
        try (FakePatchwork patchwork = FakePatchwork.builder()
                .world(Recordings.world())
                .lenient()
                .realFaults()
                .clock(new TickingClock())
                .start()) {
            Map<String, String> headers =
                    Map.of("Authorization", recordings.token("maint"), "Content-Type", "application/json");
            String path = "/api/1.4/patches/5/checks/";
            int before = Json.ids(
                            Json.parse(new RawClient(patchwork.port()).get(path).text()))
                    .size();
            List<Integer> statuses = Stream.generate(() -> "{\"state\":\"success\"}")
                    .limit(40)
                    .parallel()
                    .map(body -> post(new RawClient(patchwork.port()), path, headers, body))
                    .toList();
            List<Long> ids = Json.ids(Json.parse(
                    new RawClient(patchwork.port()).get(path + "?per_page=250").text()));

            assertThat(statuses).containsOnly(201).hasSize(40);
            assertThat(ids).doesNotHaveDuplicates().isSorted().hasSize(before + 40);
        }
    }

    private static int post(RawClient client, String path, Map<String, String> headers, String body) {
        try {
            client.get(path);
            return client.send("POST", path, headers, ByteString.encodeUtf8(body))
                    .status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
