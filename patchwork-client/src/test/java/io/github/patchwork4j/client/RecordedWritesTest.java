package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.patchwork4j.client.RecordedWrite.Inexpressible;
import io.github.patchwork4j.client.Recordings.Exchange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every write that a real server was seen to answer, and that a method of the client can express: the client makes that
 * very request, and gives that very result or the error it stands for.
 */
class RecordedWritesTest extends WithServer {
    static Stream<Exchange> writes() {
        return Stream.of("writes", "auth", "scenarios", "methods", "stack-5.2")
                .flatMap(Recordings::in)
                .filter(exchange -> List.of("POST", "PATCH", "DELETE").contains(exchange.method()));
    }

    static Stream<RecordedWrite> expressible() {
        return writes().map(RecordedWrite::of).filter(write -> !(write instanceof Inexpressible) && !write.isTooNew());
    }

    @ParameterizedTest
    @MethodSource("expressible")
    void isRepeatedAndUnderstood(RecordedWrite write) throws Exception {
        Exchange exchange = write.exchange();
        server.enqueue(exchange.answer());
        server.enqueue(exchange.answer()); // for who looks again
        try (PatchworkClient client = client(write)) {
            if (exchange.status() < 300) {
                assertThat(write.send(client)).isEqualTo(write.result());
            } else {
                ApiException e = catchThrowableOfType(ApiException.class, () -> write.send(client));
                assertThat(e).isInstanceOf(ErrorsTest.expected(exchange));
                assertThat(e.status()).isEqualTo(exchange.status());
            }
        }
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo(exchange.method());
        assertThat(request.getTarget()).isEqualTo(exchange.path());
        assertThat(request.getHeaders().get("Authorization")).isEqualTo(exchange.authorization());
        if (!exchange.method().equals("DELETE")) { // which needs none, though some were sent with one
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
            assertThat(Recordings.fromJson(request.getBody().utf8())).isEqualTo(exchange.sent());
        }
    }

    /** What is not repeated is what no method can say, or what the client refuses to send. */
    @Test
    void everyOtherWriteIsOneThatTheClientCannotMake() {
        Map<String, List<String>> reasons = writes().map(RecordedWrite::of)
                .filter(Inexpressible.class::isInstance)
                .map(Inexpressible.class::cast)
                .collect(Collectors.groupingBy(
                        Inexpressible::reason,
                        TreeMap::new,
                        Collectors.mapping(write -> write.exchange().name(), Collectors.toList())));
        Map<String, Integer> counts = new TreeMap<>();
        reasons.forEach((reason, names) -> counts.put(reason, names.size()));

        assertThat(counts)
                .containsOnly(
                        Map.entry("another type", 49),
                        Map.entry("credentials of a form that the client does not have", 1),
                        Map.entry("no JSON object", 26),
                        Map.entry("no method for this address", 56),
                        Map.entry("refused: nothing is set", 10),
                        Map.entry("refused: the server would take it for something else", 10),
                        Map.entry("unknown field", 17));
        assertThat(reasons.get("refused: the server would take it for something else"))
                .contains(
                        "writes/bundle/create-name-dotdot.json",
                        "scenarios/bundle-slash-poison/01-create-500.json",
                        "writes/check/state-number-string.json");
        assertThat(expressible()).hasSize(214);
    }

    @Test
    void whatTheVersionDoesNotHaveIsRefused() {
        assertThat(writes().map(RecordedWrite::of).filter(RecordedWrite::isTooNew))
                .hasSize(13)
                .allSatisfy(write -> {
                    try (PatchworkClient client = client(write)) {
                        assertThatThrownBy(() -> write.send(client))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("needs API version");
                    }
                });
        assertThat(server.getRequestCount()).isZero();
    }

    private PatchworkClient client(RecordedWrite write) {
        PatchworkClient.Builder builder =
                builder().retries(Retries.NONE).apiVersion(write.version()).dialect(ServerDialect.PATCHWORK_3);
        write.exchange().credentials().ifPresent(builder::credentials);
        return builder.build();
    }
}
