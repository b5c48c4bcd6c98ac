package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.patchwork4j.client.RecordedRead.Unsayable;
import io.github.patchwork4j.client.Recordings.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every read that a real server was seen to answer, and that a call of the client can make: the client makes that very
 * request, and gives that very result or the error it stands for.
 */
class RecordedReadsTest extends WithServer {
    static Stream<Exchange> reads() {
        return Recordings.ofTheApi()
                .filter(exchange ->
                        exchange.method().equals("GET") && !exchange.name().contains("/mbox/"));
    }

    static Stream<RecordedRead> sayable() {
        return reads().flatMap(exchange -> reason(exchange).isPresent()
                ? Stream.empty()
                : Stream.of(RecordedRead.of(exchange)).filter(read -> !read.isTooNew()));
    }

    /** Tells why no call of the client makes a request, if so. */
    private static Optional<String> reason(Exchange exchange) {
        try {
            exchange.credentials();
            RecordedRead.of(exchange);
            return Optional.empty();
        } catch (Unsayable e) {
            return Optional.of(e.getMessage());
        } catch (IllegalArgumentException e) {
            return Optional.of("refused: " + e.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("sayable")
    void isRepeatedAndUnderstood(RecordedRead read) throws Exception {
        Exchange exchange = read.exchange();
        server.enqueue(exchange.answer());
        try (PatchworkClient client = client(read)) {
            if (isEnd(read)) {
                assertThat(read.call().apply(client)).isEqualTo(List.of());
            } else if (exchange.status() < 300) {
                assertThat(read.call().apply(client)).isEqualTo(read.result());
            } else {
                ApiException e = catchThrowableOfType(
                        ApiException.class, () -> read.call().apply(client));
                assertThat(e).isInstanceOf(ErrorsTest.expected(exchange));
                assertThat(e.status()).isEqualTo(exchange.status());
            }
        }
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo(exchange.authorization());
        assertThat(request.getUrl().encodedPath()).isEqualTo(exchange.path().split("\\?", 2)[0]);
        if (read.isList()) {
            assertThat(query(request.getTarget()).meaning())
                    .containsExactlyInAnyOrderEntriesOf(query(exchange.path()).meaning());
        }
    }

    /** Tells whether it asks for a page behind the last, which a walk through a list takes for its end. */
    private static boolean isEnd(RecordedRead read) {
        return !read.wire() && read.exchange().bodyText().contains("Invalid page.");
    }

    private static RecordedParameters query(String target) {
        String[] parts = target.split("\\?", 2);
        return RecordedParameters.of(parts.length == 1 ? "" : parts[1]);
    }

    @Test
    void everyOtherReadIsOneThatTheClientCannotMake() {
        Map<String, Integer> reasons = new TreeMap<>();
        reads().map(RecordedReadsTest::reason)
                .flatMap(Optional::stream)
                .forEach(reason -> reasons.merge(reason, 1, Integer::sum));

        assertThat(reasons)
                .containsOnly(
                        Map.entry("a filter twice", 11),
                        Map.entry("a number that is none", 14),
                        Map.entry("a parameter that the client does not have", 18),
                        Map.entry("an address without a version", 41),
                        Map.entry("an answer of another type is asked for", 13),
                        Map.entry("an empty filter", 1),
                        Map.entry("an id that is written as no id is", 5),
                        Map.entry("neither true nor false", 5),
                        Map.entry("no address that the client asks for", 21),
                        Map.entry("refused: credentials of a form that the client does not have", 14),
                        Map.entry("refused: patch state is blank: \"\"", 1));
        assertThat(sayable().filter(read -> !read.wire())).hasSize(462);
        assertThat(sayable().filter(RecordedRead::wire)).hasSize(69);
    }

    @Test
    void whatTheVersionDoesNotHaveOrIgnoresIsRefused() {
        assertThat(reads().filter(exchange -> reason(exchange).isEmpty())
                        .map(RecordedRead::of)
                        .filter(RecordedRead::isTooNew))
                .hasSize(21)
                .allSatisfy(read -> {
                    try (PatchworkClient client = client(read)) {
                        assertThatThrownBy(() -> read.call().apply(client))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("needs API version");
                    }
                });
        assertThat(server.getRequestCount()).isZero();
    }

    private PatchworkClient client(RecordedRead read) {
        PatchworkClient.Builder builder = builder()
                .retries(Retries.NONE)
                .apiVersion(read.version())
                .dialect(ServerDialect.PATCHWORK_3)
                .filterChecks(FilterChecks.NONE)
                .strict();
        read.exchange().credentials().ifPresent(builder::credentials);
        return builder.build();
    }
}
