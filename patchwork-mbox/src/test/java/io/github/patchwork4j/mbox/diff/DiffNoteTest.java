package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffNoteTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Only in a/lib: tea cup.c|ONLY_IN|a/lib/tea cup.c",
                "Submodule lib/tea pot 1234567..89abcde:|SUBMODULE|lib/tea pot",
                "Submodule lib 0000000...89abcde (new submodule)|SUBMODULE|lib",
                "Submodule lib contains untracked content|SUBMODULE|lib",
                "Property changes on: trunk/run.sh|PROPERTIES|trunk/run.sh",
                "Binary files a/x.png and b/x.png differ|BINARY|b/x.png",
                "Binary files a/x.png and /dev/null differ|BINARY|a/x.png",
                "Files one and other differ|BINARY|other",
                "Binary file doc/x.png has changed|BINARY|doc/x.png",
                "Cannot display: file marked as a binary type.|BINARY|^^",
                "Index: src/x.c|FILE|src/x.c",
                "RCS file: /cvs/src/x.c,v|FILE|/cvs/src/x.c",
                "diff -r 0123456789ab -r ba9876543210 src/tea pot.c|FILE|src/tea pot.c",
                "diff -r 0123456789ab src/x.c|FILE|src/x.c",
                "diff -ruN a/src/x.c b/src/x.c|FILE|b/src/x.c",
                "==== //depot/main/x.c#3 - x.c ====|FILE|//depot/main/x.c",
                "==== //depot/main/x.c#3 (text) ====|FILE|//depot/main/x.c",
                "=== modified file 'src/x.c'|FILE|src/x.c",
                "=== renamed file 'x' => 'src/y z.c'|FILE|src/y z.c"
            })
    void readsTheNameInALine(String line, DiffNote.Kind kind, String path) {
        Diff diff = parse("hello\n" + line + "\r\nbye\n");

        assertThat(diff.files()).isEmpty();
        assertThat(diff.notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(kind);
            assertThat(note.path().utf8()).isEqualTo(path);
            assertThat(note.line().utf8()).isEqualTo(line);
            assertThat(note.offset()).isEqualTo(6);
            assertThat(note.kind().isUnsupported()).isFalse();
        });
    }

    @Test
    void reportsDiffsThatAreNotRead() {
        assertThat(kinds("2c2\n< a\n---\n> b\n5,6d4\n< x\n< y\n")).containsExactly(DiffNote.Kind.NORMAL_DIFF);
        assertThat(kinds("5a\nnew\n.\n2c\nb\n.\n")).containsExactly(DiffNote.Kind.ED_SCRIPT);
        assertThat(kinds("d2 1\na2 1\nb\n")).containsExactly(DiffNote.Kind.RCS_SCRIPT);
        assertThat(DiffNote.Kind.ED_SCRIPT.isUnsupported()).isTrue();
    }

    @Test
    void proseIsNoNote() {
        String prose = """
                Only in the morning
                Submodule updates follow
                2c is the tool
                2c
                Index of all
                diff --git is a line
                === modified ===
                Binary files are bad
                Files differ
                """;

        assertThat(kinds(prose)).isEmpty();
    }

    @Test
    void looksBetweenFilesAndBehindThem() {
        String file = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-Only in a: b\n+Index: y\n";
        Diff diff = parse("Index: x\n" + file + "Only in a: z\n" + file + "\nProperty changes on: x\n");

        assertThat(diff.notes())
                .extracting(DiffNote::kind)
                .containsExactly(DiffNote.Kind.FILE, DiffNote.Kind.ONLY_IN, DiffNote.Kind.PROPERTIES);
    }

    private static List<DiffNote.Kind> kinds(String text) {
        return parse(text).notes().stream().map(DiffNote::kind).toList();
    }

    private static Diff parse(String text) {
        return Diff.parse(Bytes.ofUtf8(text));
    }
}
