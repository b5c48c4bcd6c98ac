package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.SeriesRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mails of a series, held against what the server says of it. */
class VerifiedSeriesTest extends WithServer {
    private static final SeriesRef SERIES = SeriesRef.builder().id(5).build();

    private PatchworkClient client;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        client = builder().retries(Retries.NONE).build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void aWholeSeriesInOrderComesAsItIs() throws Exception {
        String mbox = mail(1) + "\n" + mail(2) + "\n" + mail(3);
        for (int i = 0; i < 3; i++) {
            has(3, 2, 3, 1); // 3.x lists them by date
            sends(mbox);
        }

        assertThat(client.series().verifiedMbox(SERIES).bytes()).asString().isEqualTo(mbox);
        assertThat(client.series().verifiedMbox(SERIES).saveTo(folder.resolve("all")))
                .hasContent(mbox);
        assertThat(client.async().series().verifiedMbox(SERIES, Download::bytes).join())
                .asString()
                .isEqualTo(mbox);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/1.3/series/5/");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/series/5/mbox/");
    }

    @Test
    void aMailThatIsMissingIsNamedAndNoFileIsMade() {
        has(3, 1, 2, 3);
        sends(mail(1) + "\n" + mail(3));

        assertMismatch(
                "missing: <p2@example.org>",
                e -> assertThat(e.missing()).containsExactly(MessageId.of("p2@example.org")));
    }

    @Test
    void aMailThatIsNoneOfTheSeriesOrThereTwiceIsNamed() {
        has(2, 1, 2);
        sends(mail(1) + "\n" + mail(2) + "\n" + mail(2) + "\n" + mail(9));

        assertMismatch(
                "not of the series: <p2@example.org> <p9@example.org>",
                e -> assertThat(e.extra())
                        .containsExactly(MessageId.of("p2@example.org"), MessageId.of("p9@example.org")));
    }

    @Test
    void aLineInsideOfAMailThatLooksLikeTheBeginningOfAnotherIsNone() {
        has(2, 1, 2);
        String mbox =
                mail(1).replace("Warmer.", "Warmer.\n\nFrom patchwork Mon Mar  2 08:01:00 2026\nFrom here on: text.")
                        + "\n" + mail(2);
        sends(mbox);

        assertThat(client.series().verifiedMbox(SERIES).bytes()).asString().isEqualTo(mbox);
    }

    @Test
    void whatIsNoMailIsNoPatch() {
        has(1, 1);
        sends("Bad gateway, try again later.");

        assertMismatch(
                "missing: <p1@example.org>; not of the series: <>",
                e -> assertThat(e.extra()).containsExactly(MessageId.NONE));
    }

    @Test
    void mailsInAnotherOrderAreNamed() {
        has(3, 1, 2, 3);
        sends(mail(3) + "\n" + mail(1) + "\n" + mail(2));

        assertMismatch(
                "out of order: <p1@example.org> <p2@example.org>",
                e -> assertThat(e.misplaced())
                        .containsExactly(MessageId.of("p1@example.org"), MessageId.of("p2@example.org")));
    }

    @Test
    void patchesThatHaveNotArrivedYetAreCounted() {
        has(3, 1, 3);
        sends(mail(1) + "\n" + mail(3));

        assertMismatch(
                "1 of 3 patches have not arrived",
                e -> assertThat(e.outstanding()).isEqualTo(1));
    }

    @Test
    void nothingAtAllIsNotAWholeSeries() {
        has(1, 1);
        sends("");

        assertMismatch("missing: <p1@example.org>", e -> assertThat(e.extra()).isEmpty());
    }

    private void assertMismatch(String message, Consumer<SeriesMismatchException> more) {
        Path file = folder.resolve("series.mbox");
        assertThatThrownBy(() -> client.series().verifiedMbox(SERIES).saveTo(file))
                .hasMessageEndingWith("/series/5/mbox/: " + message)
                .isInstanceOfSatisfying(SeriesMismatchException.class, more);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aStreamGivesItsBytesAndFailsWhereItWouldEnd() throws IOException {
        has(2, 1, 2);
        sends(mail(1));

        byte[] all = new byte[mail(1).length()];
        try (Download mbox = client.series().verifiedMbox(SERIES);
                InputStream stream = mbox.stream()) {
            assertThat(stream.readNBytes(all, 0, all.length)).isEqualTo(all.length);
            assertThat(all).asString().isEqualTo(mail(1));
            assertThatThrownBy(stream::read).isInstanceOf(SeriesMismatchException.class);
            assertThatThrownBy(stream::read).isInstanceOf(SeriesMismatchException.class);
        }
    }

    @Test
    void aFutureFailsWithTheMismatchAndALimitCountsAsElsewhere() throws IOException {
        has(2, 1, 2);
        sends(mail(1));
        has(1, 1);
        sends(mail(1));

        CompletableFuture<Path> file = client.async()
                .series()
                .verifiedMbox(SERIES, download -> download.saveTo(folder.resolve("series.mbox")));
        assertThatThrownBy(file::join).hasCauseInstanceOf(SeriesMismatchException.class);
        assertThatThrownBy(() -> client.series().verifiedMbox(SERIES).atMost(20).bytes())
                .isInstanceOf(DownloadTooLargeException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private static String mail(int number) {
        return """
                From patchwork Mon Mar  2 08:01:00 2026
                Content-Type: text/plain; charset="utf-8"
                X-Patchwork-Submitter: Ines Okafor <ines@example.org>
                X-Patchwork-Id: 10%d
                From: Ines Okafor <ines@example.org>
                Subject: [PATCH v2 %d/3] heat: step %d
                Message-Id: <p%d@example.org>

                Warmer.
                ---
                diff --git a/heat.c b/heat.c
                --- a/heat.c
                +++ b/heat.c
                @@ -1 +1 @@
                -#define STEP 0
                +#define STEP %d
                """.formatted(number, number, number, number, number);
    }

    /** Tells what the server says of the series: how many patches were announced, and which are there. */
    private void has(int total, int... numbers) {
        List<String> patches = new ArrayList<>();
        for (int number : numbers) {
            patches.add("""
                    {"id":10%d,"url":"","web_url":"","msgid":"<p%d@example.org>","list_archive_url":null,
                    "date":"2026-03-02T08:01:00","name":"[v2,%d/3] heat: step %d","mbox":""}\
                    """.formatted(number, number, number, number));
        }
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("Allow", "GET, HEAD, OPTIONS")
                .body("""
                        {"id":5,"url":"","web_url":"","project":{"id":1,"url":"","name":"Kettle","link_name":"kettle",
                        "list_id":"kettle.example.org","list_email":"kettle@example.org","web_url":"","scm_url":"",
                        "webscm_url":"","list_archive_url":"","list_archive_url_format":"","commit_url_format":""},
                        "name":"heat","date":"2026-03-02T08:01:00","submitter":{"id":1,"url":"","name":"Ines Okafor",
                        "email":"ines@example.org"},"version":2,"total":%d,"received_total":%d,"received_all":%b,
                        "mbox":"","cover_letter":null,"patches":[%s]}
                        """.formatted(total, numbers.length, numbers.length >= total, String.join(",", patches)))
                .build());
    }

    private void sends(String mbox) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/plain")
                .body(mbox)
                .build());
    }
}
