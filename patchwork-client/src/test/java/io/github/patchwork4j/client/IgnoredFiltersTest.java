package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.EventCategory;
import java.time.Instant;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that sends rows which the filters of a list should have kept out is found out, on request. */
class IgnoredFiltersTest extends WithServer {
    private static final String EVENT = "[{\"id\":9,\"category\":\"patch-created\",\"date\":\"2026-03-02T08:01:00\","
            + "\"actor\":null,\"project\":{\"id\":2,\"url\":\"\",\"name\":\"Core\",\"link_name\":\"core\","
            + "\"list_id\":\"\",\"list_email\":\"\",\"web_url\":\"\",\"scm_url\":\"\",\"webscm_url\":\"\"},"
            + "\"payload\":{\"patch\":{\"id\":4,\"name\":\"frob\"}}}]";

    @BeforeEach
    void start() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .addHeader("Link", "<x?page=1>; rel=\"first\"")
                        .body(EVENT)
                        .build();
            }
        });
    }

    @Test
    void aRowThatAFilterShouldHaveKeptOutIsToldWithTheFilter() {
        ignored("project", "netdev", EventQuery.builder().project("netdev").build());
        ignored("project", "3", EventQuery.builder().project("3").build());
        ignored(
                "category",
                "patch-state-changed",
                EventQuery.builder().category(EventCategory.PATCH_STATE_CHANGED).build());
        ignored("actor", "7", EventQuery.builder().actor(7).build());
        ignored(
                "since",
                "2026-03-02T08:01:01Z",
                EventQuery.builder()
                        .since(Instant.parse("2026-03-02T08:01:01Z"))
                        .build());
        ignored(
                "before",
                "2026-03-02T08:01:00Z",
                EventQuery.builder()
                        .before(Instant.parse("2026-03-02T08:01:00Z"))
                        .build());
    }

    @Test
    void aRowThatPassesIsKept() {
        EventQuery passing = EventQuery.builder()
                .project("2")
                .category(EventCategory.PATCH_CREATED)
                .since(Instant.parse("2026-03-02T08:01:00Z"))
                .before(Instant.parse("2026-03-02T08:01:00.000001Z"))
                .build();
        try (PatchworkClient client = client(FilterChecks.ROWS)) {
            assertThat(client.events().list(passing)).hasSize(1);
        }
    }

    @Test
    void unlessAskedNobodyLooks() {
        try (PatchworkClient client = client(FilterChecks.EXISTENCE)) {
            assertThat(client.events()
                            .list(EventQuery.builder().project("netdev").build()))
                    .hasSize(1);
        }
    }

    private void ignored(String filter, String value, EventQuery query) {
        try (PatchworkClient client = client(FilterChecks.ROWS)) {
            assertThatThrownBy(() -> client.events().list(query).toList())
                    .isInstanceOfSatisfying(IgnoredFilterException.class, e -> {
                        assertThat(e.filter()).isEqualTo(filter);
                        assertThat(e.value()).isEqualTo(value);
                    })
                    .hasMessageContaining("patch-created");
        }
    }

    private PatchworkClient client(FilterChecks checks) {
        return builder().filterChecks(checks).build();
    }
}
