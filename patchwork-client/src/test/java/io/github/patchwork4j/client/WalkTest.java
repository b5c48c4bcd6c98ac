package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks through lists that change, ahead of who walks, and counts them. */
class WalkTest extends WithServer {
    /** How servers link their pages. */
    enum Links {
        WITH_LAST,
        WITHOUT_LAST,
        NONE
    }

    private final List<Integer> pages = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> rows = Collections.synchronizedList(new ArrayList<>());
    private volatile Links links = Links.WITH_LAST;
    private volatile int largestPage = Paged.MAX_PAGE_SIZE;
    private volatile Runnable before = () -> {};
    private volatile int failingPage = -1;
    private PatchworkClient client;

    @BeforeEach
    void start() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getUrl());
            }
        });
        client = builder().retries(Retries.NONE).build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    private MockResponse answer(HttpUrl url) {
        int page = Integer.parseInt(url.queryParameter("page"));
        int size = Math.min(largestPage, Integer.parseInt(url.queryParameter("per_page")));
        pages.add(page);
        before.run();
        MockResponse.Builder response = new MockResponse.Builder().addHeader("Content-Type", "application/json");
        List<Long> now = List.copyOf(rows);
        int last = Math.max(1, (now.size() + size - 1) / size);
        if (page == failingPage) {
            return response.code(500).body("{\"detail\":\"broken\"}").build();
        }
        if (page > last) {
            return response.code(404).body("{\"detail\":\"Invalid page.\"}").build();
        }
        String body = now.subList((page - 1) * size, Math.min(now.size(), page * size)).stream()
                .map(id -> "{\"id\":" + id + ",\"url\":\"\",\"name\":null,\"email\":\"a@example.org\",\"user\":null}")
                .collect(Collectors.joining(","));
        if (links != Links.NONE) {
            String next = page < last ? "<?page=" + (page + 1) + ">; rel=\"next\", " : "";
            String ends = links == Links.WITH_LAST ? ", <?page=" + last + ">; rel=\"last\"" : "";
            response.addHeader("Link", next + "<?page=1>; rel=\"first\"" + ends);
        }
        return response.body("[" + body + "]").build();
    }

    private Paged<Person> people(int pageSize) {
        return client.people().list().pageSize(pageSize);
    }

    private void fill(long count) {
        rows.addAll(LongStream.rangeClosed(1, count).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(Links.class)
    void aWalkThatReadsAheadSeesTheSameInOrder(Links kind) {
        links = kind;
        fill(95);

        assertThat(people(10).prefetch(4)).extracting(Person::id).containsExactlyElementsOf(rows);

        assertThat(pages).doesNotHaveDuplicates();
        assertThat(pages.stream().mapToInt(page -> page).max()).hasValue(10);
    }

    @Test
    void pagesAreFetchedSideBySideUpToTheNumber() {
        fill(100);
        CountDownLatch together = new CountDownLatch(4);
        before = () -> {
            if (pages.size() > 1) {
                together.countDown();
                await(together);
            }
        };

        Iterator<Person> walk = people(10).prefetch(4).iterator();
        walk.next();
        await(together);

        assertThat(pages).hasSize(5);
        assertThat(walk).toIterable().hasSize(99);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingIsReadBeyondALimit() {
        fill(100);

        assertThat(people(10).limit(25).prefetch(8)).hasSize(25);

        assertThat(pages).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void anErrorComesAtThePlaceOfItsPage() {
        fill(50);
        failingPage = 3;

        List<Long> seen = new ArrayList<>();
        assertThatThrownBy(() -> people(10).prefetch(3).forEach(person -> seen.add(person.id())))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("broken");

        assertThat(seen).containsExactlyElementsOf(rows.subList(0, 20));
    }

    @Test
    void aStreamThatIsClosedGivesUpWhatItReadAhead() throws InterruptedException {
        fill(100);
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch givenUp = new CountDownLatch(2);
        ClientListener listener = new ClientListener() {
            @Override
            public void canceled(ClientRequest request) {
                givenUp.countDown();
            }
        };
        before = () -> {
            if (pages.size() > 1) {
                asked.countDown();
                await(release);
            }
        };

        try (PatchworkClient heard =
                builder().retries(Retries.NONE).listener(listener).build()) {
            try (Stream<Person> stream = heard.people().list().pageSize(10).prefetch(2).stream()) {
                assertThat(stream.iterator().next().id()).isEqualTo(1);
                await(asked);
            }
            await(givenUp);
        } finally {
            release.countDown();
        }
    }

    @Test
    void aNumberOfPagesThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> people(10).prefetch(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> people(10).prefetch(17)).hasMessageContaining("17");
    }

    @Test
    void rowsAreCountedByTheLinkToTheLastPage() {
        fill(95);

        assertThat(people(10).count()).isEqualTo(95);
        assertThat(pages).containsExactly(1);
        assertThat(people(10).limit(7).count()).isEqualTo(7);
        assertThat(people(10).from(new Cursor(4, 10)).count()).isEqualTo(65);
        assertThat(people(10).from(new Cursor(40, 10)).count()).isZero();
        rows.clear();
        assertThat(people(10).count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Links.class,
            names = {"WITHOUT_LAST", "NONE"})
    void rowsAreCountedOneByOneWhereNoLinkTells(Links kind) {
        links = kind;
        fill(95);

        assertThat(people(10).count()).isEqualTo(95);
        rows.subList(1, 95).clear();
        assertThat(people(10).count()).isEqualTo(1);
    }

    @Test
    void aSteadyWalkOfAQuietListTakesHardlyMoreRequests() {
        fill(1000);

        assertThat(people(250).steady()).extracting(Person::id).containsExactlyElementsOf(rows);

        assertThat(pages).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aListInAnotherOrderHasNoSteadyWalk() {
        rows.addAll(List.of(3L, 5L, 4L));

        assertThatThrownBy(() -> people(10).steady().toList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("5 comes before 4");
        assertThatThrownBy(
                        () -> client.events().list(EventQuery.builder().build()).steady())
                .hasMessageContaining("date");
        assertThatThrownBy(() -> people(10).steady().prefetch(2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> people(10).from(new Cursor(2, 10)).steady()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSteadyWalkCanBeLimitedAndIsEmptyForAnEmptyList() {
        assertThat(people(10).steady()).isEmpty();
        fill(30);
        assertThat(people(10).steady().limit(12)).hasSize(12);
        assertThat(people(10).steady().count()).isEqualTo(30);
    }
}
