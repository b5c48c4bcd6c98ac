package io.github.patchwork4j.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Asks for the lists that a real server was asked for, and compares the ids on all pages. */
class FilterOracleTest {
    private static FakePatchwork patchwork;
    private static Recordings recordings;

    @BeforeAll
    static void start() throws IOException {
        recordings = new Recordings();
        patchwork = FakePatchwork.builder()
                .world(Recordings.world())
                .lenient()
                .realFaults()
                .start();
    }

    @AfterAll
    static void stop() {
        patchwork.close();
    }

    @TestFactory
    Stream<DynamicTest> listsTheSameIds() throws IOException {
        return Json.list(Recordings.read("filter-oracle.json")).stream().map(query -> {
            Map<String, Object> expected = Json.object(query);
            String path = (String) expected.get("path");
            return DynamicTest.dynamicTest(expected.get("version") + path, () -> compare(expected, path));
        });
    }

    private static void compare(Map<String, Object> expected, String path) throws IOException {
        RawAnswer first = page(expected, path, 1);
        assertThat(first.status()).isEqualTo(((Number) expected.get("status")).intValue());
        if (first.status() != 200) {
            return;
        }
        List<Long> ids = new ArrayList<>(Json.ids(Json.parse(first.text())));
        RawAnswer answer = first;
        for (int page = 2; answer.header("Link").contains("rel=\"next\""); page++) {
            answer = page(expected, path, page);
            ids.addAll(Json.ids(Json.parse(answer.text())));
        }
        List<Long> wanted = Json.list(expected.get("ids")).stream()
                .map(id -> ((Number) id).longValue())
                .toList();
        assertThat(ids).isEqualTo(wanted);
    }

    private static RawAnswer page(Map<String, Object> query, String path, int page) throws IOException {
        RawClient client = new RawClient(patchwork.port());
        String target = "/api/" + query.get("version") + path + "&per_page=60&page=" + page;
        Object as = query.get("as");
        return as == null ? client.get(target) : client.get(target, recordings.token(as));
    }
}
