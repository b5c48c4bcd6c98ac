package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"3.1, api/1.3/", "3.2, api/", "4.0, api/1.4/"})
    @Timeout(30)
    void aWorldIsServedUntilTheProcessEnds(String profile, String index) throws Exception {
        Path world = Path.of(Objects.requireNonNull(ServeTest.class.getResource("/recorded/world.json"))
                .toURI());
        PipedWriter pipe = new PipedWriter();
        BufferedReader printed = new BufferedReader(new PipedReader(pipe));
        Thread server = new Thread(() -> Main.commandLine()
                .setOut(new PrintWriter(pipe))
                .execute(
                        "serve",
                        "--lenient",
                        "--profile",
                        profile,
                        "--events",
                        "late,equal-dates",
                        "--world",
                        world.toString()));
        server.start();
        try {
            String line = printed.readLine();
            assertThat(line).matches("listening on http://127\\.0\\.0\\.1:\\d+/");

            HttpRequest request = HttpRequest.newBuilder(URI.create(line.substring("listening on ".length()) + index))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(request.uri() + "patches/");
            assertThat(answer.body().contains("$schema")).isEqualTo(profile.equals("4.0"));
            assertThat(server.isAlive()).isTrue();
        } finally {
            server.interrupt();
            server.join();
        }
    }

    @Test
    void aWorldThatCannotBeReadIsTold() throws Exception {
        Path missing = folder.resolve("missing.json");
        Path broken = Files.writeString(folder.resolve("broken.json"), "[]");

        Run none = Run.of("serve", "--world", missing);
        Run wrong = Run.of("serve", "--world", broken);

        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err().lines().findFirst().orElse("")).contains("--world", missing.toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err().lines().findFirst().orElse("")).contains(broken.toString());
    }

    @Test
    void aCommandLineThatCannotBeReadIsTold() {
        assertTold(Run.of("serve", "--libraries", "django-9"), "\"django-9\" is none of django-3-2, django-5-2");
        assertTold(Run.of("serve", "--profile", "5.0"), "\"5.0\" is none of 3.1, 3.2, 4.0");
        assertTold(Run.of("serve", "--events", "early"), "\"early\" is none of equal-dates, late,");
        assertTold(Run.of("serve", "--project", "kettle"), "\"kettle\"");
        assertTold(Run.of("serve", "--user", "bot:token:kettle"), "\"bot:token:kettle\"");
        assertTold(Run.of("serve", "--list-id", "kettle.lists.example.org"), "--list-id", "--mbox");
        assertTold(Run.of("serve", "--project", "kettle="), "\"kettle=\"");
        assertTold(Run.of("serve", "--user", ":token"), "\":token\"");
        assertTold(Run.of("serve", "--port", "65536"), "--port", "65536");
    }

    @Test
    void whatTheOptionsNameMustBeThere() throws Exception {
        Path script = Files.writeString(folder.resolve("script"), "# late\n\nGET /api/ status=late\n");

        assertTold(Run.of("serve", "--mbox", folder.resolve("missing.mbox")), "--mbox", "missing.mbox");
        assertTold(Run.of("serve", "--fault", folder.resolve("missing")), "--fault", "missing");
        assertTold(Run.of("serve", "--fault", script), script + ", line 3", "status=late");
        assertTold(Run.of("serve", "--save", folder.resolve("none/world.json")), "--save", "none");
        assertTold(
                Run.of("serve", "--user", "bot:token:maintains teapot"), "there is no project \"teapot\" to maintain");
    }

    private static void assertTold(Run run, String... words) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst().orElse("")).contains(words);
    }

    @Test
    @Timeout(30)
    void itTellsWhatBecameOfTheMails() throws Exception {
        String head =
                "From 1 Mon Sep 17 00:00:00 2001\nFrom: Ann <ann@example.org>\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n";
        String patch = "Subject: [PATCH] boil\n\nText\n---\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n x\n+y\n\n";
        Path mails = Files.writeString(
                folder.resolve("a.mbox"),
                head + "Message-Id: <1@example.org>\n" + patch + head + patch + head + patch + head
                        + "Message-Id: <1@example.org>\n" + patch);
        PipedWriter outPipe = new PipedWriter();
        StringWriter told = new StringWriter();
        BufferedReader printed = new BufferedReader(new PipedReader(outPipe));
        Thread server = new Thread(() -> Main.commandLine()
                .setOut(new PrintWriter(outPipe))
                .setErr(new PrintWriter(told))
                .execute(
                        "serve",
                        "--user",
                        "bot:token:maintains kettle",
                        "--mbox",
                        mails.toString(),
                        "--list-id",
                        "kettle.example.org"));
        server.start();
        try {
            String root = printed.readLine().substring("listening on ".length());
            assertThat(told.toString().lines())
                    .containsExactly(
                            mails + ": took 1 of 4 mails: 1 patch",
                            mails + ": dropped 2: it has no usable Message-Id; git format-patch writes one only with"
                                    + " --thread",
                            mails + ": dropped 1: there is a patch <1@example.org> already");
            assertThat(post(
                            root + "fake/mail?list-id=kettle.example.org",
                            head + "Message-Id: <2@example.org>\n" + patch))
                    .contains("\"project\":\"kettle\"", "\"kind\":\"patch\"", "\"id\":2");
            assertThat(post(root + "fake/mail", "")).contains("no mail in the body");
        } finally {
            server.interrupt();
            server.join();
        }
    }

    private static String post(String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    @Timeout(30)
    void whatARealServerWouldMisreadIsAnsweredAndTold() throws Exception {
        Path faults = Files.writeString(
                folder.resolve("faults"), "# the second look\nGET /api/projects/ nth=2 times=1 status=503\n");
        PipedWriter outPipe = new PipedWriter();
        PipedWriter errPipe = new PipedWriter();
        BufferedReader printed = new BufferedReader(new PipedReader(outPipe));
        BufferedReader told = new BufferedReader(new PipedReader(errPipe));
        Thread server = new Thread(() -> Main.commandLine()
                .setOut(new PrintWriter(outPipe))
                .setErr(new PrintWriter(errPipe))
                .execute(
                        "serve",
                        "--project",
                        "kettle=kettle.example.org",
                        "--user",
                        "bot:0123456789012345678901234567890123456789:maintains kettle",
                        "--fault",
                        faults.toString()));
        server.start();
        try {
            String root = printed.readLine().substring("listening on ".length());
            assertThat(get(root + "api/projects/?name=kettle").body()).contains("kettle.example.org", "\"bot\"");
            assertThat(told.readLine()).contains("GET /api/projects/?name=kettle -> 200", "\"name\"");
            assertThat(get(root + "api/projects/").statusCode()).isEqualTo(503);
            assertThat(get(root + "fake/requests").body()).contains("\"status\":503");
        } finally {
            server.interrupt();
            server.join();
        }
    }

    private static HttpResponse<String> get(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
