package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.testing.DeliveredMail.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailDeliveryTest {
    private static final String LIST = "kettle.lists.example.org";

    private static String mail(String id, String subject, String headers, String body) {
        return "From: Ines Okafor <ines@example.org>\nSubject: " + subject + "\nDate: Mon, 2 Mar 2026 08:01:00 +0100\n"
                + "Message-Id: <" + id + ">\nList-Id: Kettle <" + LIST + ">\n" + headers + "\n" + body;
    }

    private static String diff(String file) {
        return "Text.\n---\n " + file + " | 2 +-\n\ndiff --git a/" + file + " b/" + file + "\n--- a/" + file
                + "\n+++ b/" + file + "\n@@ -1 +1 @@\n-old\n+new\n";
    }

    @Test
    void aSeriesWithAReplyIsWhatItIsOnAServer() {
        try (FakePatchwork server =
                FakePatchwork.builder().project("kettle", LIST).start()) {
            List<DeliveredMail> delivered = Stream.of(
                            mail("c@x", "[PATCH v2 0/2] boil faster", "", "Two patches.\n"),
                            mail("1@x", "[PATCH v2 1/2] heat", "References: <c@x>\n", diff("heat.c")),
                            mail("2@x", "[PATCH v2 2/2] steam", "References: <c@x>\n", diff("steam.c")),
                            mail(
                                    "r@x",
                                    "Re: [PATCH v2 1/2] heat",
                                    "In-Reply-To: <1@x>\n",
                                    "Reviewed-by: Jo <jo@example.org>\n"),
                            mail("1@x", "[PATCH v2 1/2] heat", "References: <c@x>\n", diff("heat.c")))
                    .flatMap(mail -> server.deliver(mail).stream())
                    .toList();

            assertThat(delivered)
                    .extracting(DeliveredMail::kind)
                    .containsExactly(Kind.COVER, Kind.PATCH, Kind.PATCH, Kind.PATCH_COMMENT, Kind.NOTHING);
            assertThat(delivered.get(4).why()).contains("already");
            PatchworkClient client = server.client();
            Series series = client.series().get(delivered.get(0).series());
            assertThat(series.name()).contains("boil faster");
            assertThat(series.version()).isEqualTo(2);
            assertThat(series.receivedAll()).isTrue();
            assertThat(series.patches()).extracting(PatchRef::name).containsExactly("[v2,1/2] heat", "[v2,2/2] steam");
            Patch first = client.patches().get(delivered.get(1).id());
            assertThat(first.submitter().name()).contains("Ines Okafor");
            assertThat(first.content()).isEqualTo("Text.\n---\n heat.c | 2 +-");
            assertThat(client.comments().list(first)).hasSize(1);
            assertThat(client.events().list(EventQuery.builder().build()).stream()
                            .map(event -> event.category().toString()))
                    .containsExactly(
                            "patch-comment-created",
                            "series-completed",
                            "patch-completed",
                            "patch-created",
                            "patch-completed",
                            "patch-created",
                            "cover-created",
                            "series-created");
        }
    }

    @Test
    void whatMailsBroughtIsTakenBackAndLoadedAgain(@TempDir Path folder) throws IOException {
        Path archive = Files.writeString(
                folder.resolve("mails.mbox"),
                "From a Mon Sep 17 00:00:00 2001\n" + mail("1@x", "[PATCH] heat", "", diff("heat.c")) + "\n"
                        + "From b Mon Sep 17 00:00:00 2001\n" + mail("2@x", "[PATCH] steam", "", diff("steam.c")));
        try (FakePatchwork server =
                FakePatchwork.builder().mail(archive, "teapot.example.net").start()) {
            server.deliver(Mail.parse(Bytes.ofUtf8(mail("3@x", "[PATCH] spout", "", diff("spout.c")))));
            assertThat(server.world().patches().all()).hasSize(2);
            assertThat(server.deliver(archive, LIST))
                    .extracting(DeliveredMail::project)
                    .containsOnly("kettle");
            assertThat(server.world().patches().all()).hasSize(4);

            server.reset();

            assertThat(server.world().patches().all()).hasSize(2);
            assertThat(server.world().projects().named("teapot")).isNotNull();
        }
    }

    @Test
    void aMailOfNoListIsToldToBelongNowhere() {
        try (FakePatchwork server = FakePatchwork.start()) {
            assertThat(server.deliver(mail("1@x", "[PATCH] heat", "", diff("heat.c"))))
                    .singleElement()
                    .satisfies(mail -> {
                        assertThat(mail.kind()).isEqualTo(Kind.NOTHING);
                        assertThat(mail.why()).contains("list");
                    });
        }
    }

    @Test
    void anArchiveThatIsNotThereIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("missing.mbox");
        try (FakePatchwork server = FakePatchwork.start()) {
            assertThatThrownBy(() -> server.deliver(missing))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(missing.toString());
        }
    }

    @Test
    void programsInOtherLanguagesDeliverByHttp() throws IOException {
        try (FakePatchwork server =
                FakePatchwork.builder().project("kettle", LIST).start()) {
            server.openControls();
            RequestBody body = RequestBody.create(
                    mail("1@x", "[PATCH] heat", "", diff("heat.c")), MediaType.get("message/rfc822"));
            Request request = new Request.Builder()
                    .url(server.url() + "fake/mail")
                    .post(body)
                    .build();
            try (Response response = new OkHttpClient().newCall(request).execute()) {
                assertThat(response.code()).isEqualTo(200);
                assertThat(response.body().string())
                        .startsWith("[{\"project\":\"kettle\",\"kind\":\"patch\",\"id\":1,\"series\":1,");
            }
        }
    }

    /** What {@code git send-email} would hand to its server: the files of {@code git format-patch} with its new version. */
    @Test
    void whatGitWritesArrivesAsSeries(@TempDir Path folder) throws IOException, InterruptedException {
        commit(folder, "one");
        git(folder, "format-patch", "-q", "-3", "--thread", "--cover-letter", "-o", "v1");
        commit(folder, "two");
        git(folder, "format-patch", "-q", "-3", "--thread=deep", "-v2", "-o", "v2");
        try (FakePatchwork server = FakePatchwork.start()) {
            for (String version : List.of("v1", "v2")) {
                for (Path file : files(folder.resolve(version))) {
                    server.deliver(file, LIST);
                }
            }

            assertThat(server.client().series().list()).hasSize(2).allSatisfy(series -> {
                assertThat(series.total()).isEqualTo(3);
                assertThat(series.receivedAll()).isTrue();
                assertThat(series.patches())
                        .extracting(PatchRef::name)
                        .allSatisfy(name -> assertThat(name).contains("kettle: add "));
            });
        }
    }

    private static void commit(Path folder, String text) throws IOException, InterruptedException {
        git(folder, "init", "-q");
        for (String file : List.of("heat.c", "steam.c", "spout.c")) {
            Files.writeString(folder.resolve(file), text + "\ntwo\n");
            git(folder, "add", file);
            git(folder, "commit", "-q", "-m", "kettle: add " + file);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void git(Path folder, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "HOME", folder.toString(),
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "Ines Okafor",
                        "GIT_AUTHOR_EMAIL", "ines@example.org",
                        "GIT_COMMITTER_NAME", "Ines Okafor",
                        "GIT_COMMITTER_EMAIL", "ines@example.org"));
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", arguments)).isZero();
    }
}
