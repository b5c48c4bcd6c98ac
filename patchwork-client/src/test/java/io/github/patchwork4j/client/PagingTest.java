package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.Person;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagingTest extends WithServer {
    private final List<String> requests = new ArrayList<>();
    private PatchworkClient client;

    @BeforeEach
    void start() {
        client = builder().retries(Retries.NONE).build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void threeLinksOfAnAbsoluteAddressLeadThroughAllPages() {
        serve(
                7,
                (page, pages) -> (page < pages
                                ? "<http://inner.example.net/api/1.3/people/?page=" + (page + 1)
                                        + "&q=x>; rel=\"next\", "
                                : "")
                        + "<http://inner.example.net/api/1.3/people/?page=1>; rel=\"first\", "
                        + "<http://inner.example.net/api/1.3/people/?page=" + pages + ">; rel=\"last\"");

        Paged<Person> people = client.people()
                .list(PersonQuery.builder().search("x y+z").build())
                .pageSize(3);

        assertThat(people).extracting(Person::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(requests)
                .containsExactly(
                        "/api/1.3/people/?q=x%20y%2Bz&page=1&per_page=3",
                        "/api/1.3/people/?q=x%20y%2Bz&page=2&per_page=3",
                        "/api/1.3/people/?q=x%20y%2Bz&page=3&per_page=3");
    }

    @Test
    void linksWithoutPathAndFiltersLeadThroughAllPages() {
        serve(
                6,
                (page, pages) -> "</?page=1>; rel=\"first\", </?page=" + pages + ">; rel=\"last\""
                        + (page > 1 ? ", </?page=" + (page - 1) + ">; rel=\"prev\"" : "")
                        + (page < pages ? ", </?page=" + (page + 1) + ">; rel=\"next\"" : ""));

        assertThat(client.people().list().pageSize(3)).hasSize(6);
        assertThat(requests).hasSize(2);
    }

    @Test
    void withoutAnyLinkAPageThatIsNotFullEndsTheList() {
        serve(5, (page, pages) -> null);

        assertThat(client.people().list().pageSize(3)).hasSize(5);
        assertThat(requests).hasSize(2);
    }

    @Test
    void withoutAnyLinkAMissingPageEndsTheList() {
        serve(6, (page, pages) -> null);

        assertThat(client.people().list().pageSize(3)).hasSize(6);
        assertThat(requests).hasSize(3);
    }

    @Test
    void aServerThatPutsFewerRowsOnAPageThanAskedIsStillReadToTheEnd() {
        answer(request -> page(request, 4, 2, (page, pages) -> page < pages ? "<x>; rel=next" : "<x>; rel=last"));

        assertThat(client.people().list().pageSize(250)).hasSize(4);
        assertThat(requests).hasSize(2);
    }

    @Test
    void withoutAnyLinkAServerThatPutsFewerRowsOnAPageThanAskedIsReadToTheEndToo() {
        answer(request -> page(request, 5, 2, (page, pages) -> null));

        assertThat(client.people().list().pageSize(250)).hasSize(5);
        assertThat(requests).hasSize(3);
    }

    @Test
    void anEmptyPageEndsTheListWhateverItsLinks() {
        answer(request -> json(request.getUrl().queryParameter("page").equals("1") ? row(1) : "")
                .newBuilder()
                .addHeader("Link", "</?page=9>; rel=\"next\"")
                .build());

        assertThat(client.people().list()).hasSize(1);
        assertThat(requests).hasSize(2);
    }

    @Test
    void aServerThatSendsTheSamePageAgainIsNotAskedForEver() {
        answer(request ->
                json(row(1)).newBuilder().addHeader("Link", "<x>; rel=\"next\"").build());

        assertThat(client.people().list()).extracting(Person::id).containsExactly(1L);
        assertThat(requests).hasSize(2);
    }

    @Test
    void anEmptyListTakesOneRequest() {
        serve(0, (page, pages) -> "<x>; rel=\"first\", <x>; rel=\"last\"");

        assertThat(client.people().list()).isEmpty();
        assertThat(client.people().list().pages()).isEmpty();
        assertThat(requests).hasSize(2);
    }

    @Test
    void aPageThatSomethingElseThanTheServerMissesIsNoEnd() {
        answer(request -> request.getUrl().queryParameter("page").equals("1")
                ? json(row(1)).newBuilder().addHeader("Link", "<x>; rel=next").build()
                : new MockResponse.Builder()
                        .code(404)
                        .addHeader("Content-Type", "text/html")
                        .body("<h1>no such backend</h1>")
                        .build());

        assertThatThrownBy(() -> client.people().list().toList()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aWalkThatFailedCanBeTriedAgainWhereItStopped() {
        List<Integer> statuses = new ArrayList<>(List.of(200, 500, 200));
        answer(request -> statuses.remove(0) == 500
                ? new MockResponse.Builder().code(500).build()
                : page(request, 6, 3, (page, pages) -> page < pages ? "<x>; rel=next" : "<x>; rel=last"));
        Iterator<Person> rows = client.people().list().pageSize(3).iterator();
        rows.next();
        rows.next();
        rows.next();

        assertThatThrownBy(rows::hasNext).isInstanceOf(ServerException.class);

        assertThat(rows.next().id()).isEqualTo(4);
        assertThat(requests).hasSize(3);
    }

    @Test
    void aStreamKeepsItsOrderInParallelToo() {
        serve(9, (page, pages) -> page < pages ? "<x>; rel=\"next\"" : "<x>; rel=\"first\"");

        assertThat(client.people().list().stream().spliterator().hasCharacteristics(Spliterator.ORDERED))
                .isTrue();
        assertThat(client.people().list().pageSize(3).stream()
                        .parallel()
                        .map(Person::id)
                        .limit(4))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aListThatIsNotThereIsNoEmptyList() {
        answer(request -> notFound("Not found."));

        assertThatThrownBy(() -> client.people().list().toList())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("/api/1.3/people/")
                .hasMessageContaining("Not found.");
    }

    @Test
    void nothingIsAskedForBeforeItIsNeeded() {
        serve(9, (page, pages) -> page < pages ? "<x>; rel=\"next\"" : "<x>; rel=\"first\"");

        Paged<Person> people = client.people().list().pageSize(3);
        Iterator<Person> rows = people.iterator();
        assertThat(requests).isEmpty();

        rows.next();
        rows.next();
        rows.next();
        assertThat(requests).hasSize(1);
        assertThat(people.stream().skip(3).findFirst().map(Person::id)).hasValue(4L);
        assertThat(requests).hasSize(3);
    }

    @Test
    void aLimitEndsTheWalkWithoutAnotherRequest() {
        serve(9, (page, pages) -> page < pages ? "<x>; rel=\"next\"" : "<x>; rel=\"first\"");

        assertThat(client.people().list().limit(2)).hasSize(2);
        assertThat(requests).containsExactly("/api/1.3/people/?page=1&per_page=2");

        requests.clear();
        assertThat(client.people().list().pageSize(3).limit(6)).hasSize(6);
        assertThat(requests).hasSize(2);

        requests.clear();
        assertThat(client.people().list().pageSize(3).limit(4))
                .extracting(Person::id)
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(client.people().list().limit(0)).isEmpty();
        assertThat(requests).hasSize(2);
        assertThatThrownBy(() -> client.people().list().limit(-1)).hasMessage("limit is negative: -1");
    }

    @Test
    void aWalkGoesOnFromWhereAnotherStopped() {
        serve(7, (page, pages) -> page < pages ? "<x>; rel=\"next\"" : "<x>; rel=\"first\"");
        Page<Person> first =
                client.people().list().pageSize(3).pages().iterator().next();

        String stored = first.next().orElseThrow().toString();
        Paged<Person> rest = client.people().list().from(Cursor.parse(stored));

        assertThat(rest).extracting(Person::id).containsExactly(4L, 5L, 6L, 7L);
        assertThat(requests).last().isEqualTo("/api/1.3/people/?page=3&per_page=3");
    }

    @Test
    void pagesTellWhereTheListGoesOn() {
        serve(4, (page, pages) -> page < pages ? "<x>; rel=\"next\"" : "<x>; rel=\"first\"");

        Iterator<Page<Person>> pages =
                client.people().list().pageSize(3).pages().iterator();

        assertThat(pages.next()).satisfies(page -> {
            assertThat(page.number()).isEqualTo(1);
            assertThat(page.items()).hasSize(3);
            assertThat(page.next()).hasValue(new Cursor(2, 3));
        });
        assertThat(pages.next().next()).isEmpty();
        assertThat(pages.hasNext()).isFalse();
        assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aPageSizeThatNoServerGivesIsRefused() {
        assertThatThrownBy(() -> client.people().list().pageSize(251)).hasMessageContaining("251");
        assertThatThrownBy(() -> client.people().list().pageSize(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> Cursor.parse("3")).hasMessage("no cursor: \"3\"");
        assertThatThrownBy(() -> Cursor.parse("x/y")).hasMessage("no cursor: \"x/y\"");
    }

    private interface Links {
        @Nullable String of(int page, int pages);
    }

    private interface Answer {
        MockResponse to(RecordedRequest request);
    }

    private void serve(int rows, Links links) {
        answer(request -> page(request, rows, Integer.parseInt(request.getUrl().queryParameter("per_page")), links));
    }

    private static MockResponse page(RecordedRequest request, int rows, int pageSize, Links links) {
        int page = Integer.parseInt(request.getUrl().queryParameter("page"));
        int pages = Math.max(1, (rows + pageSize - 1) / pageSize);
        if (page > pages) {
            return notFound("Invalid page.");
        }
        String body = IntStream.rangeClosed((page - 1) * pageSize + 1, Math.min(rows, page * pageSize))
                .mapToObj(PagingTest::row)
                .reduce((one, other) -> one + "," + other)
                .orElse("");
        MockResponse.Builder response = json(body).newBuilder();
        Optional.ofNullable(links.of(page, pages)).ifPresent(link -> response.addHeader("Link", link));
        return response.build();
    }

    private void answer(Answer answer) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request.getTarget());
                return answer.to(request);
            }
        });
    }

    private static MockResponse json(String rows) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body("[" + rows + "]")
                .build();
    }

    private static MockResponse notFound(String detail) {
        return new MockResponse.Builder()
                .code(404)
                .addHeader("Content-Type", "application/json")
                .body("{\"detail\":\"" + detail + "\"}")
                .build();
    }

    private static String row(int id) {
        return "{\"id\":" + id + ",\"url\":\"\",\"name\":null,\"email\":\"p" + id + "@example.org\",\"user\":null}";
    }
}
