package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that talk to a server, against the fake with the recorded world. */
class ServerCommandsTest {
    private static final String MAINTAINER = "7f00ccd08c8e886d615b824406551b3ba44b8b9f";

    private FakePatchwork server;
    private String url;

    @BeforeEach
    void start() throws Exception {
        Path world = Path.of(Objects.requireNonNull(ServerCommandsTest.class.getResource("/recorded/world.json"))
                .toURI());
        server = FakePatchwork.builder().world(world).start();
        url = server.url().toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void patchesAreFilteredAndListedAsLines() {
        Run run = Run.of("patches", "--url", url, "--project", "core", "--state", "superseded", "--archived", "false");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSizeGreaterThan(2).allMatch(line -> line.contains("\tsuperseded\t"));
        assertThat(Run.of(
                                "patches",
                                "--url",
                                url,
                                "--state",
                                "superseded",
                                "--state",
                                "accepted",
                                "--since",
                                "2026-03-01",
                                "--limit",
                                "2")
                        .out()
                        .lines())
                .hasSize(2);
    }

    @Test
    void listsAreOneJsonArrayOfAllPages() {
        Run run = Run.of("patches", "--url", url, "--api", "1.4", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("[{").endsWith("}]" + System.lineSeparator());
        assertThat(run.out().lines()).as("a row on each line").hasSize(103);
        assertThat(Run.of("patches", "--url", url, "--q", "no such words", "--json")
                        .out())
                .isEqualTo("[]" + System.lineSeparator());
    }

    @Test
    void datesOfJsonAreWrittenAsTheServerWritesThem() {
        try (FakePatchwork four = FakePatchwork.builder()
                .profile(Profile.PATCHWORK_4_0)
                .project("kettle", "kettle.lists.example.org")
                .generatedPatches("kettle", 1, 1)
                .start()) {
            String address = four.url().toString();

            assertThat(Run.of("patches", "--url", address, "--json").out())
                    .containsPattern("\"date\":\"2[-0-9]+T[.:0-9]+Z\"");
            assertThat(Run.of("show", "patch", 1, "--url", address, "--json").out())
                    .containsPattern("\"date\":\"2[-0-9]+T[.:0-9]+Z\"");
        }
        assertThat(Run.of("show", "patch", 5, "--url", url, "--json").out())
                .containsPattern("\"date\":\"2[-0-9]+T[.:0-9]+\"");
    }

    @Test
    void eventsAreFollowedFromRunToRun(@TempDir Path folder) throws IOException {
        Path cursor = folder.resolve("cursor");
        String since = "2026-03-02T08:00:00Z";
        String[] command = {"follow", "--url", url, "--cursor", cursor.toString(), "--since", since, "--project", "core"
        };

        Run first = Run.of((Object[]) command);
        Run second = Run.of((Object[]) command);
        server.edit().commentOnPatch(5, "ann@example.org", "Nice.");
        Run third = Run.of((Object[]) command);

        assertThat(first.err()).isEmpty();
        assertThat(first.out().lines()).hasSizeGreaterThan(100).allMatch(line -> line.endsWith("\tcore"));
        assertThat(second).isEqualTo(new Run(0, "", ""));
        assertThat(third.out()).containsPattern("^\\d+\t[^\t]+\tpatch-comment-created\tcore\\R$");
        Files.writeString(cursor, "then");
        assertThat(Run.of((Object[]) command).err()).contains("no cursor of events: \"then\"");
    }

    @Test
    void everyListHasItsCommand() {
        assertThat(Run.of("series", "--url", url, "--project", "core", "--limit", "3")
                        .out()
                        .lines())
                .hasSize(3);
        assertThat(Run.of("covers", "--url", url).out().lines()).hasSize(5);
        assertThat(Run.of("events", "--url", url, "--category", "cover-created", "--api", "1.4")
                        .out()
                        .lines())
                .hasSize(5)
                .allMatch(line -> line.contains("\tcover-created\t"));
        assertThat(Run.of("checks", "--url", url, "--patch", 5).out().lines()).isNotEmpty();
        assertThat(Run.of("bundles", "--url", url).out()).contains("to-merge");
    }

    @Test
    void oneObjectIsShownWithAllItsFields() {
        assertThat(Run.of("show", "patch", 5, "--url", url).out()).contains("\"diff\": \"");
        assertThat(Run.of("show", "series", 1, "--url", url, "--json").out().lines())
                .hasSize(1);
        assertThat(Run.of("show", "cover", 1, "--url", url).out()).contains("\"content\": ");
    }

    @Test
    void aPatchIsUpdatedAndGetsACheckWithTheTokenOfTheEnvironment() throws Exception {
        Run update = process(
                MAINTAINER,
                "update",
                "5",
                "--url",
                url,
                "--state",
                "under-review",
                "--delegate",
                "maint",
                "--archived",
                "true");
        Run check = process(
                MAINTAINER,
                "check",
                "5",
                "--url",
                url,
                "--context",
                "build",
                "--state",
                "warning",
                "--description",
                "slow",
                "--target-url",
                "https://ci.example.org/1");

        assertThat(update).isEqualTo(new Run(0, "patch 5: under-review, maint, archived\n", ""));
        assertThat(check.err()).isEmpty();
        assertThat(check.out()).matches("check \\d+: build warning\n");
        assertThat(Run.of("patches", "--url", url, "--state", "under-review", "--archived", "true")
                        .out())
                .startsWith("5\t");
        assertThat(Run.of("checks", "--url", url, "--patch", 5, "--context", "build")
                        .out())
                .contains("\twarning\tbuild\tmaint\tslow");
    }

    @Test
    void whatFailsIsToldOnOneLine() throws Exception {
        Run anonymous = Run.of("update", 5, "--url", url, "--state", "accepted");
        Run unknown = Run.of("show", "patch", 999, "--url", url);
        Run badToken = process("b0b0", "patches", "--url", url);
        Run badState = process(MAINTAINER, "update", "5", "--url", url, "--state", "nope");

        for (Run run : List.of(anonymous, unknown, badToken, badState)) {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1);
        }
        assertThat(anonymous.err()).contains("status 403: Authentication credentials were not provided.");
        assertThat(unknown.err()).contains("/patches/999/: status 404");
        assertThat(badToken.err()).contains("Invalid token.").doesNotContain("b0b0");
        assertThat(badState.err()).contains("Invalid state nope.");
    }

    @Test
    void whatIsNotUnderstoodIsAMatterOfUsage() {
        assertTold(Run.of("patches"), "--url");
        assertTold(Run.of("patches", "--url", "localhost"), "\"localhost\"");
        assertTold(Run.of("patches", "--url", url, "--user-agent", "caf\u00e9"), "\"caf\u00e9\"");
        assertTold(Run.of("patches", "--url", url, "--since", "yesterday"), "--since", "\"yesterday\"");
        assertTold(Run.of("patches", "--url", url, "--api", "x"), "--api", "\"x\"");
        assertTold(Run.of("patches", "--url", url, "--archived", "maybe"), "--archived", "'maybe'");
        assertTold(Run.of("patches", "--url", url, "--limit", "-1"), "--limit", "-1");
        assertTold(Run.of("series", "--url", url, "--limit", "-1"), "--limit", "-1");
        assertTold(Run.of("series", "--grouping", "wise", "a.mbox"), "\"wise\" is none of patchwork, smart");
        assertTold(Run.of("update", 5, "--url", url), "nothing to change");
        assertTold(Run.of("show", "bundle", 5, "--url", url), "\"bundle\" is none of patch, series, cover");
        assertTold(Run.of("check", 5, "--url", url, "--state", "fail"), "--context");
        assertTold(Run.of("checks", "--url", url), "--patch");
    }

    private static void assertTold(Run run, String... words) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst().orElse("")).contains(words);
    }

    /** Runs a command in a process of its own, which is how it gets its token. */
    private static Run process(String token, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PW_TOKEN", token);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }
}
