package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
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

class ServeTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(30)
    void aWorldIsServedUntilTheProcessEnds() throws Exception {
        Path world = Path.of(Objects.requireNonNull(ServeTest.class.getResource("/recorded/world.json"))
                .toURI());
        PipedWriter pipe = new PipedWriter();
        BufferedReader printed = new BufferedReader(new PipedReader(pipe));
        Thread server = new Thread(() -> Main.commandLine()
                .setOut(new PrintWriter(pipe))
                .execute("serve", "--lenient", "--world", world.toString()));
        server.start();
        try {
            String line = printed.readLine();
            assertThat(line).matches("listening on http://127\\.0\\.0\\.1:\\d+/");

            HttpRequest request = HttpRequest.newBuilder(URI.create(line.substring("listening on ".length()) + "api/"))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(request.uri() + "patches/");
            assertThat(server.isAlive()).isTrue();
        } finally {
            server.interrupt();
            server.join();
        }
    }

    @Test
    void aWorldThatCannotBeReadIsToldOnOneLine() throws Exception {
        Path missing = folder.resolve("missing.json");
        Path broken = Files.writeString(folder.resolve("broken.json"), "[]");

        Run none = Run.of("serve", "--world", missing);
        Run wrong = Run.of("serve", "--world", broken);

        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains(missing.toString()).hasLineCount(1);
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).hasLineCount(1);
        assertThat(Run.of("serve").code()).isEqualTo(2);
    }
}
