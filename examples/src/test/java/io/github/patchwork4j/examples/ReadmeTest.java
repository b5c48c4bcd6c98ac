package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.PatchworkJson;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.PatchworkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the README, as it stands there: it compiles, and does what the README says. */
@PatchworkTest(world = "demo-world.json")
class ReadmeTest {
    /** Takes the place of the console. */
    private final Console System = new Console();

    @Test
    void aServerIsRead(FakePatchwork server) {
        String url = server.url().toString();

        PatchQuery query = PatchQuery.builder()
                .project("kettle")
                .addStates(PatchState.NEW, PatchState.UNDER_REVIEW)
                .archived(false)
                .build();
        try (PatchworkClient client = PatchworkClient.builder(url)
                .userAgent("my-bot/1.0 (me@example.org)")
                .build()) {
            for (PatchSummary patch : client.patches().list(query)) {
                System.out.println(patch.name() + ": " + patch.check());
            }
        }

        assertThat(System.out.lines).hasSize(3).contains("[v2,2/3] heat: never heat a dry kettle: fail");
    }

    @Test
    void theModelIsWorkedWith(FakePatchwork server) {
        String json;
        try (PatchworkClient client = PatchworkClient.builder(server.url().toString())
                .userAgent("my-bot/1.0 (me@example.org)")
                .build()) {
            json = PatchworkJson.create().write(Patch.class, client.patches().get(2));
        }

        Patch patch = PatchworkJson.create().read(Patch.class, json);
        boolean waiting = patch.state().equals(PatchState.of("Under Review"));
        String subject = patch.headers().first("subject").orElse(patch.name());
        Patch accepted = patch.withState(PatchState.ACCEPTED).withCommitRef("0123abc");

        assertThat(waiting).isTrue();
        assertThat(subject).isEqualTo("[PATCH v2 2/3] heat: never heat a dry kettle");
        assertThat(accepted.commitRef()).hasValue("0123abc");
    }

    @Test
    void mailsAndDiffsAreRead(FakePatchwork server, @TempDir Path folder) throws IOException {
        Path mbox = folder.resolve("series.mbox");
        try (PatchworkClient client = PatchworkClient.builder(server.url().toString())
                .userAgent("my-bot/1.0 (me@example.org)")
                .build()) {
            Files.write(mbox, client.series().mbox(client.series().get(1)).bytes());
        }

        try (MailArchive archive = ArchiveReader.of(SplitRule.MBOXRD).open(mbox)) {
            for (ArchivedMail archived : archive) {
                PatchMail mail = PatchMail.of(Mail.parse(archived.content()), Dialect.GIT);
                System.out.println(mail.kind() + " " + mail.subject().name() + " " + mail.trailers());
                for (FileDiff file : Diff.parse(mail.patchText()).files()) {
                    System.out.println(file.status() + " " + file.numstat());
                }
            }
        }

        assertThat(System.out.lines)
                .contains("MODIFIED 3\t0\tdrivers/heat.c", "RENAMED 1\t1\tdrivers/heat.c")
                .hasSize(7);
    }

    @Nested
    @PatchworkTest(world = "demo-world.json")
    class MyBotTest {
        @Test
        void findsTheSeries(FakePatchwork server) {
            try (PatchworkClient client = PatchworkClient.builder(server.url().toString())
                    .userAgent("my-bot-test/1.0 (me@example.org)")
                    .build()) {
                assertThat(client.series().get(1).receivedAll()).isTrue();
            }
        }
    }

    @Test
    void everyLineOfCodeInTheReadmeStandsInThisTest() throws IOException {
        CodeBlocks readme = CodeBlocks.of(Path.of("..", "README.md"));

        assertThat(readme.blocks()).hasSize(4);
        readme.assertStandIn("ReadmeTest.java");
    }
}
