package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchCommandsTest {
    private static final String POT = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n";

    private static final String DIFF = """
            diff --git a/src/pot b/src/pot
            --- a/src/pot
            +++ b/src/pot
            @@ -3,3 +3,3 @@ one
             three
            -four
            +vier
             five
            diff --git a/src/new.sh b/src/new.sh
            new file mode 100755
            --- /dev/null
            +++ b/src/new.sh
            @@ -0,0 +1 @@
            +echo
            diff --git a/old/only b/old/only
            deleted file mode 100644
            --- a/old/only
            +++ /dev/null
            @@ -1 +0,0 @@
            -gone
            """;

    @TempDir
    private Path folder;

    private Path tree;

    @BeforeEach
    void tree() throws IOException {
        tree = Files.createDirectories(folder.resolve("tree"));
        Files.createDirectories(tree.resolve("src"));
        Files.createDirectories(tree.resolve("old"));
        Files.writeString(tree.resolve("src/pot"), POT);
        Files.writeString(tree.resolve("old/only"), "gone\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String mail(String subject, String diff) {
        return """
                From 3333333333333333333333333333333333333333 Mon Sep 17 00:00:00 2001
                From: Ines Okafor <ines@example.org>
                Subject: %s

                Text.
                ---
                %s--\s
                2.39.5

                """.formatted(subject, diff);
    }

    private String pot() throws IOException {
        return Files.readString(tree.resolve("src/pot"));
    }

    @Test
    void applyChangesMakesAndRemovesFilesAndTakesThatBack() throws IOException {
        Path diff = file("a.diff", DIFF);

        Run run = Run.of("apply", tree, diff);

        assertThat(run).isEqualTo(new Run(0, "", ""));
        assertThat(pot()).isEqualTo(POT.replace("four", "vier"));
        assertThat(tree.resolve("src/new.sh")).hasContent("echo\n").isExecutable();
        assertThat(tree.resolve("old")).doesNotExist();
        assertThat(tree).isDirectoryNotContaining("glob:**.apply*");

        assertThat(Run.of("apply", "-R", tree, diff)).isEqualTo(new Run(0, "", ""));
        assertThat(pot()).isEqualTo(POT);
        assertThat(tree.resolve("src/new.sh")).doesNotExist();
        assertThat(tree.resolve("old/only")).hasContent("gone\n");
    }

    @Test
    void applyMovesEverythingBackWhenOneFileCannotBeMoved() throws IOException {
        Files.createDirectories(tree.resolve("src/new.sh/empty"));

        Run run = Run.of("apply", tree, file("a.diff", DIFF));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("new.sh");
        assertThat(pot()).isEqualTo(POT);
        assertThat(tree.resolve("old/only")).hasContent("gone\n");
        assertThat(tree.resolve("src/new.sh/empty")).isEmptyDirectory();
        assertThat(tree).isDirectoryNotContaining("glob:**.apply*");
    }

    @Test
    void applyTakesTheMailsOfAnArchiveOneAfterTheOther() throws IOException {
        String second = DIFF.substring(0, DIFF.indexOf("diff --git a/src/new"))
                .replace("four", "vier")
                .replace("+vier", "+4");
        String first = DIFF.substring(0, DIFF.indexOf("diff --git a/src/new"));
        second = second.replace("-four", "-vier");
        Path mbox = file("x.mbox", mail("[PATCH 1/2] a", first) + mail("[PATCH 2/2] b", second) + mail("Re: b", ""));

        assertThat(Run.of("apply", tree, mbox)).isEqualTo(new Run(0, "", ""));
        assertThat(pot()).isEqualTo(POT.replace("four", "4"));
        assertThat(Run.of("apply", "-R", tree, mbox)).isEqualTo(new Run(0, "", ""));
        assertThat(pot()).isEqualTo(POT);
    }

    @Test
    void applyChangesNothingIfOneHunkHasNoPlace() throws IOException {
        Path diff = file("a.diff", DIFF.replace("-four", "-fourth"));

        Run run = Run.of("apply", tree, diff);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("src/pot: no place for")
                .endsWith("nothing was changed" + System.lineSeparator());
        assertThat(pot()).isEqualTo(POT);
        assertThat(tree.resolve("old/only")).exists();
        assertThat(tree).isDirectoryNotContaining("glob:**.apply*");
    }

    @Test
    void rejectAppliesWhatItCanAndFollowsNoLink() throws IOException {
        Path elsewhere = file("elsewhere", "untouched\n");
        Files.createSymbolicLink(tree.resolve("src/pot.rej"), elsewhere);
        Path diff = file("a.diff", DIFF.replace("-four", "-fourth"));

        Run run = Run.of("apply", "--reject", tree, diff);

        assertThat(run.code()).isEqualTo(1);
        assertThat(tree.resolve("src/new.sh")).exists();
        assertThat(tree.resolve("src/pot.rej")).content().contains("-fourth\n+vier\n");
        assertThat(Files.isRegularFile(tree.resolve("src/pot.rej"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThat(elsewhere).hasContent("untouched\n");
    }

    @Test
    void applyNeitherLeavesTheFolderNorGoesThroughLinks() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createSymbolicLink(tree.resolve("link"), outside);
        for (String path : new String[] {"../outside/x", "link/x", ".git/hooks/x"}) {
            String text =
                    "diff --git a/%1$s b/%1$s\nnew file mode 100644\n--- /dev/null\n+++ b/%1$s\n@@ -0,0 +1 @@\n+x\n";
            Run run = Run.of("apply", tree, file("bad.diff", text.formatted(path)));

            assertThat(run.code()).as(path).isEqualTo(1);
            assertThat(run.err()).contains(path);
        }
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void applyTellsWhereHunksWerePutThatWereNotInPlace() throws IOException {
        Files.writeString(tree.resolve("src/pot"), "zero\n" + POT.replace("three", "drei"));
        Path diff = file("a.diff", DIFF);

        assertThat(Run.of("apply", tree, diff).code()).isEqualTo(1);
        assertThat(Run.of("apply", "-C", "0", tree, diff).out()).startsWith("src/pot: hunk 1 at line 5, ");
        assertThat(pot()).contains("vier");

        Files.writeString(tree.resolve("src/pot"), POT.replace("three", "drei"));
        Path first = file("pot.diff", DIFF.substring(0, DIFF.indexOf("diff --git", 1)));
        assertThat(Run.of("apply", "--fuzz", "1", tree, first).out())
                .isEqualToIgnoringNewLines("src/pot: hunk 1 at line 4, 0 off, without 2 lines of context");
    }

    @Test
    void applyReadsHunksWithWrongCountsWhenAskedTo() throws IOException {
        Path diff = file("a.diff", DIFF.replace("@@ -3,3 +3,3 @@", "@@ -3,9 +3,8 @@"));

        assertThat(Run.of("apply", tree, diff).code()).isEqualTo(1);
        assertThat(Run.of("apply", "--recount", tree, diff).code()).isZero();
        assertThat(pot()).contains("vier");
    }

    @Test
    void applyRefusesWhatMakesNoSense() throws IOException {
        Path diff = file("a.diff", DIFF);

        assertThat(Run.of("apply", "-C", "1", "--fuzz", "1", tree, diff).code()).isEqualTo(2);
        assertThat(Run.of("apply", "-p", "-1", tree, diff).code()).isEqualTo(2);
        assertThat(Run.of("apply", tree).code()).isEqualTo(2);
        assertThat(Run.of("apply", folder.resolve("none"), diff).err()).contains("none is no folder");
        assertThat(Run.of("apply", tree, folder.resolve("none")).err()).contains("no such file");
        assertThat(Run.of("apply", tree, file("empty", "")).err()).contains("no patch in it");
    }

    @Test
    void rangeDiffPrintsWhatGitWould() throws IOException {
        Path old = file("old.mbox", mail("[PATCH] boil", DIFF));
        Path changed = file("new.mbox", mail("[PATCH v2] boil", DIFF.replace("+echo", "+echo tea")));

        assertThat(Run.of("range-diff", old, old)).isEqualTo(new Run(0, "1:  3333333 = 1:  3333333 boil\n", ""));
        assertThat(Run.of("range-diff", old, changed).out())
                .startsWith("1:  3333333 ! 1:  3333333 boil\n    @@ src/pot: one\n")
                .contains("    -+echo\n    ++echo tea\n");
        assertThat(Run.of("range-diff", old, file("text", "From: a\n\ntext\n")).err())
                .contains("no mail with a patch");
        assertThat(Run.of("range-diff", "--creation-factor", "-1", old, old).code())
                .isEqualTo(2);
    }

    @Test
    void interdiffPrintsWhatLeadsFromOneVersionToTheOther() throws IOException {
        Path old = file("old.mbox", mail("[PATCH] boil", DIFF));
        Path changed = file("new.diff", DIFF.replace("+vier", "+v\u00ecer"));

        Run run = Run.of("interdiff", old, changed);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("""
                diff --git a/src/pot b/src/pot
                --- a/src/pot
                +++ b/src/pot
                @@ -3,3 +3,3 @@
                 three
                -vier
                +v\u00ecer
                 five
                """);
        assertThat(Run.of("apply", tree, old).code()).isZero();
        assertThat(Run.of("apply", tree, file("i.diff", run.out())).code()).isZero();
        assertThat(pot()).isEqualTo(POT.replace("four", "v\u00ecer"));
    }

    @Test
    void interdiffTellsWhatItCannot() throws IOException {
        Path old = file("old.diff", DIFF);
        Path latin = Files.write(
                folder.resolve("latin.diff"),
                DIFF.replace("+vier", "+v\u00ecer").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Run.of("interdiff", old, latin).out()).contains("+v\udcecer\n");
        assertThat(Run.of("interdiff", "--out", folder.resolve("i"), old, latin).code())
                .isZero();
        assertThat(Files.readString(folder.resolve("i"), StandardCharsets.ISO_8859_1))
                .contains("+v\u00ecer\n");

        Run unlike = Run.of("interdiff", old, file("x.diff", DIFF.replace("-four", "-for")));
        assertThat(unlike.code()).isEqualTo(1);
        assertThat(unlike.err()).isEqualTo("src/pot: cannot tell, other base" + System.lineSeparator());
        assertThat(Run.of("interdiff", old, file("empty", "")).err()).contains("has 0 patches instead of one");
    }
}
