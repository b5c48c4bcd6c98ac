package io.github.patchwork4j.testing.recorded;

import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import io.github.patchwork4j.testing.recorded.Recordings.Exchange;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays what a real server was asked, and compares what it answered. */
class ReplayTest {
    private static final List<String> FOLDERS =
            List.of("reads", "filters", "pagination", "paths", "mbox", "negotiation", "methods", "auth");

    /** Where the real server said no before it looked at the body. */
    private static final Set<Integer> EARLY_REFUSALS = Set.of(301, 403, 404, 405, 406);

    private static final Map<LibraryStack, FakePatchwork> SERVERS = new EnumMap<>(LibraryStack.class);
    private static Recordings recordings;

    @BeforeAll
    static void start() throws IOException {
        recordings = new Recordings();
        for (LibraryStack libraries : LibraryStack.values()) {
            SERVERS.put(
                    libraries,
                    FakePatchwork.builder()
                            .world(Recordings.world())
                            .lenient()
                            .realFaults()
                            .libraries(libraries)
                            .start());
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(FakePatchwork::close);
        SERVERS.clear();
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheRealServerDid() throws IOException, URISyntaxException {
        return replayed().stream()
                .map(exchange -> DynamicTest.dynamicTest(
                        exchange.title(), () -> Recordings.assertSame(exchange, replay(exchange))));
    }

    private static List<Exchange> replayed() throws IOException, URISyntaxException {
        List<Exchange> replayed = new ArrayList<>();
        for (LibraryStack libraries : LibraryStack.values()) {
            for (String folder : FOLDERS) {
                for (Exchange exchange : Recordings.in(folder, libraries)) {
                    if (exchange.onlyReads() || EARLY_REFUSALS.contains(exchange.status())) {
                        replayed.add(exchange);
                    }
                }
            }
        }
        return replayed;
    }

    private static RawAnswer replay(Exchange exchange) throws IOException {
        return recordings.replay(
                exchange, new RawClient(SERVERS.get(exchange.libraries()).port()));
    }
}
