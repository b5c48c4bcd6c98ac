package io.github.patchwork4j.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.Cursor;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.Page;
import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.ProjectQuery;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A list is the same list in whatever pages it is read, and ends where it ends. */
@ParameterizedClass
@MethodSource("io.github.patchwork4j.testing.contract.ContractServer#all")
class ClientContractPagingTest {
    private static final int SOME = 23;

    private final ContractServer server;
    private final PatchworkClient client;

    ClientContractPagingTest(ContractServer server) {
        this.server = server;
        this.client = server.client();
    }

    @Test
    void pagesOfAnySizeHoldTheSameRows() {
        List<Long> whole = ids(patches().pageSize(250).limit(SOME));

        assertThat(whole).isNotEmpty().doesNotHaveDuplicates();
        assertThat(ids(patches().pageSize(4).limit(SOME))).isEqualTo(whole);
        assertThat(ids(patches().pageSize(7).prefetch(3).limit(SOME))).isEqualTo(whole);
        assertThat(patches().pageSize(5).limit(SOME).stream().map(PatchRef::id)).isEqualTo(whole);
        assertThat(client.async()
                        .patches()
                        .list(query())
                        .pageSize(6)
                        .limit(SOME)
                        .toList()
                        .join())
                .extracting(PatchRef::id)
                .isEqualTo(whole);
    }

    @Test
    void aSteadyWalkHoldsTheSameRowsInTheSameOrder() {
        assertThat(ids(patches().pageSize(10).steady().limit(SOME)))
                .isEqualTo(ids(patches().pageSize(250).limit(SOME)));
    }

    @Test
    void aListIsReadToItsEndAndCounted() {
        Paged<Project> projects = client.projects().list(ProjectQuery.builder().build());
        long count = projects.count();
        int size = (int) Math.min(Paged.MAX_PAGE_SIZE, Math.max(1, count / 3));

        assertThat(projects.pageSize(size).toList())
                .hasSize((int) count)
                .extracting(Project::id)
                .doesNotHaveDuplicates();
        assertThat(projects.limit(2).count()).isEqualTo(Math.min(2, count));
    }

    @Test
    void aListIsLeftAndTakenUpAgainByItsCursor() {
        List<Long> whole = ids(patches().pageSize(250).limit(12));
        List<Long> parts = new ArrayList<>();
        Page<PatchSummary> first = patches().pageSize(3).pages().iterator().next();
        first.items().forEach(row -> parts.add(row.id()));
        Cursor cursor = server.need(first.next(), "second page of patches in the project " + server.project());
        parts.addAll(ids(patches().from(Cursor.parse(cursor.toString())).limit(12 - parts.size())));

        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void aPageBehindTheLastEndsTheListQuietly() {
        assertThat(client.projects().list().from(new Cursor(9_999, 50))).isEmpty();
        assertThat(client.series()
                        .list()
                        .from(new Cursor(9_999_999, 250))
                        .limit(5)
                        .toList())
                .extracting(Series::id)
                .isEmpty();
    }

    @Test
    void nothingIsNotMore() {
        assertThat(patches().limit(0)).isEmpty();
        assertThatThrownBy(() -> patches().pageSize(251)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pagesOfEventsHoldTheSameEvents() {
        EventQuery oldest = EventQuery.builder()
                .project(server.project())
                .addOrder(EventQuery.Order.DATE)
                .build();
        List<Event> whole =
                client.events().list(oldest).pageSize(250).limit(SOME).toList();

        assertThat(client.events().list(oldest).pageSize(6).limit(SOME).toList())
                .extracting(Event::date)
                .isEqualTo(whole.stream().map(Event::date).toList());
        assertThatThrownBy(() -> client.events().list(oldest).steady()).isInstanceOf(IllegalStateException.class);
    }

    private Paged<PatchSummary> patches() {
        return client.patches().list(query());
    }

    private PatchQuery query() {
        return PatchQuery.builder().project(server.project()).build();
    }

    private static List<Long> ids(Paged<? extends PatchRef> patches) {
        return patches.stream().map(PatchRef::id).toList();
    }
}
