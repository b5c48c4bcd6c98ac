package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCommandsTest {
    private static final String ARCHIVE = """
            From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001
            From: Ines Okafor via kettle <kettle@lists.example.org>
            Reply-To: Ines Okafor <ines@example.org>
            Date: Mon, 11 May 2026 10:01:00 +0200
            Subject: [PATCH kettle v2 1/2] [heat] look before boiling
            Message-Id: <heat-1@example.org>
            In-Reply-To: <heat-0@example.org>

            Above.
            -- >8 --
            Subject: [PATCH] [heat] inner

            Below.

            Depends-on: <steam@example.org>
            Signed-off-by: Ines Okafor
              <ines@example.org>
            ---
            diff --git a/new.c b/new.c
            new file mode 100644
            --- /dev/null
            +++ b/new.c
            @@ -0,0 +1 @@
            +new

            From 2222222222222222222222222222222222222222 Mon Sep 17 00:00:00 2001
            From: Wen Adeyemi <wen@example.com>
            Subject: Re: [PATCH v2 1/2] [heat] look before boiling
            Message-Id: <heat-1-re@example.org>

            Thanks.

            Acked-by: Wen Adeyemi <wen@example.com>
            """;

    @TempDir
    private Path folder;

    private Path archive;
    private Path out;

    @BeforeEach
    void archive() throws IOException {
        archive = Files.writeString(folder.resolve("x.mbox"), ARCHIVE);
        out = folder.resolve("out");
    }

    private String written(String name) throws IOException {
        return Files.readString(out.resolve(name));
    }

    @Test
    void mailinfoWritesThreeFilesForEachMail() throws IOException {
        Run run = Run.of("mailinfo", "--out", out, archive);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(out).isDirectoryContaining("glob:**0001.info").isDirectoryContaining("glob:**0002.patch");
        assertThat(written("0001.info")).isEqualTo("""
                        Author: Ines Okafor via kettle
                        Email: kettle@lists.example.org
                        Subject: look before boiling
                        Date: Mon, 11 May 2026 10:01:00 +0200

                        """);
        assertThat(written("0001.msg")).startsWith("Above.\n").contains("-- >8 --\n");
        assertThat(written("0001.patch")).startsWith("---\ndiff --git").endsWith("+new\n\n");
        assertThat(written("0002.patch")).isEmpty();
    }

    @Test
    void mailinfoFindsNoHeadersInAPieceThatAnEnvelopeInAMessageBegan() throws IOException {
        Files.writeString(archive, """
                From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001
                From: Anna <anna@example.org>
                Subject: [PATCH] quote a mail

                From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001

                Change-Id: I0123
                Tested-by: Bert <bert@example.org>
                ---
                 a | 1 +
                """);

        Run.of("mailinfo", "--out", out, archive);

        assertThat(written("0002.info")).isEqualTo("\n");
        assertThat(written("0002.msg")).startsWith("Change-Id: I0123\n");
    }

    @Test
    void mailinfoKnowsTheOptionsOfGit() throws IOException {
        Run.of("mailinfo", "--scissors", "-b", "--message-id", "--out", out, archive);

        assertThat(written("0001.info")).contains("Subject: [heat] inner\n");
        assertThat(written("0001.msg"))
                .startsWith("Below.\n")
                .endsWith(" <ines@example.org>\nMessage-Id: <heat-1@example.org>\n");

        Run.of("mailinfo", "-k", "--scissors", "--no-inbody-headers", "--out", out, archive);

        assertThat(written("0001.info")).contains("Subject: [PATCH kettle v2 1/2] [heat] look before boiling\n");
        assertThat(written("0001.msg")).startsWith("Subject: [PATCH] [heat] inner\n");
    }

    @Test
    void mailinfoWithoutAFolderIsNotUnderstood() {
        assertThat(Run.of("mailinfo", archive).code()).isEqualTo(2);
        assertThat(Run.of("mailinfo", "--out", archive, archive).code()).isEqualTo(1);
    }

    @Test
    void trailersAreThoseOfGit() {
        assertThat(Run.of("trailers", archive).out()).isEqualTo("""
                        Depends-on: <steam@example.org>
                        Signed-off-by: Ines Okafor <ines@example.org>
                        Acked-by: Wen Adeyemi <wen@example.com>
                        """);
    }

    @Test
    void mboxStatAddsTheSummary() {
        assertThat(Run.of("mbox-stat", "--numstat", "--summary", archive).out().lines())
                .containsSubsequence("1\t0\tnew.c", " create mode 100644 new.c")
                .hasSize(4);
    }

    @Test
    void patchworkParsePrintsWhatAServerReads() {
        Run run =
                Run.of("patchwork-parse", "--list-email", "kettle@lists.example.org", "--link-name", "Kettle", archive);

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "{\"name\":\"[v2,1/2,heat] look before boiling\",\"prefixes\":[\"v2\",\"1/2\","
                                                + "\"heat\"],\"number\":1,\"total\":2,\"version\":2,\"refs\":[\"<heat-0@example.org>\"],"
                                                + "\"msgid\":\"<heat-1@example.org>\",\"author\":{\"name\":\"Ines Okafor\","
                                                + "\"email\":\"ines@example.org\"},\"date\":\"2026-05-11T08:01:00\",\"kind\":\"patch\",")
                                .endsWith("\"pull_url\":null,\"depends_on\":[\"<steam@example.org>\"]}"),
                        line -> assertThat(line)
                                .contains(
                                        "\"msgid\":\"<heat-1-re@example.org>\"",
                                        "\"date\":null",
                                        "\"kind\":\"comment\"",
                                        "\"diff\":null"));
    }

    @Test
    void theAddressOfAListMayBeWrittenAsInAHeader() {
        for (String address : List.of(
                "KETTLE@lists.example.org", "<kettle@lists.example.org>", " Kettle <kettle@lists.example.org> ")) {
            assertThat(Run.of("patchwork-parse", "--list-email", address, archive)
                            .out())
                    .as(address)
                    .contains("\"author\":{\"name\":\"Ines Okafor\",\"email\":\"ines@example.org\"}");
        }
    }

    @Test
    void whatIsNoMailIsReadAsFarAsItGoes() throws IOException {
        Files.writeString(archive, "");
        assertThat(Run.of("patchwork-parse", archive)).isEqualTo(new Run(0, "", ""));
        assertThat(Run.of("series", archive)).isEqualTo(new Run(0, "", ""));
        Files.writeString(archive, "hello world\n");
        assertThat(Run.of("patchwork-parse", archive).out()).contains("\"kind\":\"other\",\"content\":\"hello world\"");
        assertThat(Run.of("series", archive)).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void seriesPrintsALineForEach() {
        assertThat(Run.of("series", archive).out()).isEqualTo("""
                        {"version":2,"total":2,"received":1,"name":"[kettle,v2,1/2,heat] look before boiling","cover":null,\
                        "patches":[{"number":1,"name":"[kettle,v2,1/2,heat] look before boiling","msgid":"<heat-1@example.org>"}],\
                        "missing":[2],"why":["patch 1: no series fits it"]}
                        """);
        assertThat(Run.of("series", "--grouping", "smart", archive).out()).isEqualTo("""
                        {"version":2,"total":2,"received":1,"name":"look before boiling","cover":null,\
                        "patches":[{"number":1,"name":"look before boiling","msgid":"<heat-1@example.org>"}],\
                        "missing":[2],"why":["patch 1: no series was there for it"]}
                        """);
        assertThat(Run.of("series", "--grouping", "clever", archive).code()).isEqualTo(2);
        assertThat(Run.of("series", folder.resolve("none.mbox")).code()).isEqualTo(1);
    }
}
