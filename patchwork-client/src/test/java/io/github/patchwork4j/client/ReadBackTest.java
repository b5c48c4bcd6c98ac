package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.PatchRef;
import java.time.ZoneId;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked for on the server when the answer to a write is lost. */
class ReadBackTest extends WithServer {
    private static final NewCheck CHECK = NewCheck.builder(CheckState.FAIL).build();
    private static final PatchRef PATCH = PatchRef.builder().id(7).name("x").build();
    private static final CoverRef COVER = CoverRef.builder().id(8).name("y").build();

    @ParameterizedTest
    @CsvSource({"06:00:00, true", "06:00:08, true", "06:05:00, false", "05:59:30, false"})
    void aCheckIsTakenForOursIfItIsAsOldAsTheRequest(String now, boolean ours) {
        server.enqueue(failure());
        server.enqueue(dated(now, FourZero.check(9, "fail", "default")));

        try (PatchworkClient client = client().build()) {
            if (ours) {
                assertThat(client.checks().create(7, CHECK).id()).isEqualTo(9);
            } else {
                assertThatThrownBy(() -> client.checks().create(7, CHECK)).isInstanceOf(ServerException.class);
            }
        }
    }

    /** 3.x shows the time of its own zone, and does not tell which. */
    @ParameterizedTest
    @CsvSource({"2026-11-24T11:45:01.5, true", "2026-11-24T11:40:00, false", "2026-11-24T06:00:01, false"})
    void theDateOfACheckOf3xIsOnTheClockOfItsServer(String date, boolean ours) {
        server.enqueue(failure());
        server.enqueue(three(FourZero.check(9, "fail", "default").replace("2026-11-24T06:00:00.123456789Z", date)));

        try (PatchworkClient client =
                client().serverZone(ZoneId.of("Asia/Kathmandu")).build()) {
            if (ours) {
                assertThat(client.checks().create(7, CHECK).id()).isEqualTo(9);
            } else {
                assertThatThrownBy(() -> client.checks().create(7, CHECK)).isInstanceOf(ServerException.class);
            }
        }
    }

    @Test
    void theNewestCheckOfSeveralCounts() {
        server.enqueue(failure());
        server.enqueue(dated(
                "06:00:01",
                FourZero.check(9, "fail", "default") + "," + FourZero.check(10, "success", "default") + ","
                        + FourZero.check(11, "fail", "other")));

        try (PatchworkClient client = client().build()) {
            assertThatThrownBy(() -> client.checks().create(7, CHECK)).isInstanceOf(ServerException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theMarkOfACommentIsReadBackAndNeverSentTwice(boolean stored) throws InterruptedException {
        server.enqueue(failure());
        server.enqueue(FourZero.object(comment(stored)));
        server.enqueue(failure());
        server.enqueue(FourZero.object(comment(stored)));

        try (PatchworkClient client =
                client().dialect(ServerDialect.PATCHWORK_4).build()) {
            if (stored) {
                assertThat(client.comments()
                                .update(PATCH, 3, CommentUpdate.addressed())
                                .messageId())
                        .isEqualTo(MessageId.of("c3@example.org"));
                assertThat(client.comments()
                                .update(COVER, 3, CommentUpdate.addressed())
                                .addressed())
                        .contains(true);
            } else {
                assertThatThrownBy(() -> client.comments().update(PATCH, 3, CommentUpdate.addressed()))
                        .isInstanceOf(ServerException.class);
                assertThatThrownBy(() -> client.comments().update(COVER, 3, CommentUpdate.addressed()))
                        .isInstanceOf(ServerException.class);
            }
        }
        assertThat(requests())
                .containsExactly(
                        "PATCH /api/1.3/patches/7/comments/3/",
                        "GET /api/1.3/patches/7/comments/3/",
                        "PATCH /api/1.3/covers/8/comments/3/",
                        "GET /api/1.3/covers/8/comments/3/");
    }

    @ParameterizedTest
    @CsvSource({"success, true", "fail, false"})
    void theChangeOfACheckIsReadBackAndNeverSentTwice(String found, boolean stored) throws InterruptedException {
        server.enqueue(failure());
        server.enqueue(FourZero.object(FourZero.check(9, found, "default")));
        Check check = PatchworkJson.create().read(Check.class, FourZero.check(9, "fail", "default"));
        CheckUpdate update = CheckUpdate.builder().state(CheckState.SUCCESS).build();

        try (PatchworkClient client =
                client().dialect(ServerDialect.PATCHWORK_4).build()) {
            if (stored) {
                assertThat(client.checks().update(PATCH, check, update).state()).isEqualTo(CheckState.SUCCESS);
            } else {
                assertThatThrownBy(() -> client.checks().update(PATCH, check, update))
                        .isInstanceOf(ServerException.class);
            }
        }
        assertThat(requests())
                .containsExactly("PATCH /api/1.3/patches/7/checks/9/", "GET /api/1.3/patches/7/checks/9/");
    }

    @Test
    void whatFailsWhileReadingBackIsToldToo() {
        server.enqueue(failure());
        server.enqueue(FourZero.problem(404, "gone"));

        try (PatchworkClient client =
                client().dialect(ServerDialect.PATCHWORK_4).build()) {
            assertThatThrownBy(() -> client.comments().update(PATCH, 3, CommentUpdate.addressed()))
                    .isInstanceOf(ServerException.class)
                    .satisfies(
                            e -> assertThat(e.getSuppressed()).singleElement().isInstanceOf(NotFoundException.class));
        }
    }

    private PatchworkClient.Builder client() {
        return builder().waiting(new TestTime());
    }

    private String[] requests() throws InterruptedException {
        String[] requests = new String[server.getRequestCount()];
        for (int i = 0; i < requests.length; i++) {
            var request = server.takeRequest();
            requests[i] = request.getMethod() + " " + request.getUrl().encodedPath();
        }
        return requests;
    }

    private static MockResponse failure() {
        return new MockResponse.Builder().code(502).build();
    }

    private static MockResponse dated(String time, String rows) {
        return FourZero.list(rows)
                .newBuilder()
                .addHeader("Date", "Tue, 24 Nov 2026 " + time + " GMT")
                .build();
    }

    private static MockResponse three(String rows) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("Allow", "GET, POST, HEAD, OPTIONS")
                .addHeader("Link", "<http://x/?page=1>; rel=\"first\", <http://x/?page=1>; rel=\"last\"")
                .addHeader("Date", "Tue, 24 Nov 2026 06:00:02 GMT")
                .body("[" + rows + "]")
                .build();
    }

    private static String comment(boolean addressed) {
        return """
                {"id":3,"url":"","web_url":"","msgid":"<c3@example.org>","list_archive_url":null,
                "date":"2026-11-24T06:00:00Z","subject":"Re: x","content":"ok","headers":{},"addressed":%s,
                "submitter":{"id":1,"url":"","name":"Ann","email":"ann@example.org"}}""".formatted(addressed);
    }
}
