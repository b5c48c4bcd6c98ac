package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.client.Recordings.Exchange;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No recorded exchange is left aside: each is replayed, or told why not, by the tests of reads, downloads or writes. */
class RecordedExchangesTest {
    @Test
    void everyExchangeIsARequestThatTheOtherTestsLookAtOrOneOfAMethodThatTheClientDoesNotHave() {
        Map<String, Long> methods = Stream.concat(Recordings.ofTheApi(), Recordings.in("mbox"))
                .collect(Collectors.groupingBy(Exchange::method, Collectors.counting()));
        long reads = RecordedReadsTest.reads().count();
        long downloads = RecordedDownloadsTest.downloads().count();
        long writes = RecordedWritesTest.writes().count();

        assertThat(methods.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1200);
        assertThat(methods)
                .containsEntry("GET", reads + downloads)
                .containsEntry("PUT", 36L)
                .containsEntry("OPTIONS", 9L)
                .containsEntry("HEAD", 5L);
        assertThat(methods.get("POST") + methods.get("PATCH") + methods.get("DELETE"))
                .isEqualTo(writes);
        assertThat(methods.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        List.of("GET", "POST", "PATCH", "DELETE", "PUT", "OPTIONS", "HEAD"));
    }
}
