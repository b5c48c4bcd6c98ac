package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds what is made of headers that are read at once against what is made of the same headers line by line. More diffs are
 * compared with {@code -Dpatchwork4j.mutants=200000 -Dpatchwork4j.seed=2}.
 */
class UsualHeaderTest {
    /** With the prefix found out, and with it given. */
    private static final List<DiffOptions> OPTIONS = List.of(DiffOptions.DEFAULT, DiffOptions.AS_GIT);

    private static final String CHANGE =
            "diff --git a/tea/cup.c b/tea/cup.c\nindex 1234567..89abcde 100644\n--- a/tea/cup.c\n+++ b/tea/cup.c\n";
    private static final String ADDITION =
            "diff --git a/cup b/cup\nnew file mode 100755\nindex 0000000..89abcde\n--- /dev/null\n+++ b/cup\n";
    private static final String DELETION =
            "diff --git a/cup b/cup\ndeleted file mode 100644\nindex 89abcde..0000000\n--- a/cup\n+++ /dev/null\n";
    private static final String HUNK = "@@ -1 +1 @@\n-a\n+b\n";

    private static final String BYTES = " \t\r\n\"/a@.+\u0080";

    /** What stands at either side, some of it odd. */
    private static final List<String> NAMES = List.of(
            "cup",
            "cup",
            "cup",
            "tea/cup",
            "tea cup",
            "cup\t",
            "cup\r",
            "\"cup\"",
            "c\"p",
            "",
            "/cup",
            "tea//cup",
            "cup b/cup",
            "b/cup",
            "cup ",
            "a",
            "dev/null",
            "tasse\u00e9",
            "cup.orig",
            "..",
            "cup\u0000",
            "very/long/name/of/a/cup.c");

    private static final List<String> EXTENDED = List.of(
            "index 1234567..89abcde 100644\n",
            "index 1234567..89abcde\n",
            "index 1234567..89abcde 100755\n",
            "index 1234567..89abcde 120000\n",
            "index 1234567..89abcde 100664\n",
            "index 1234567..89abcde 100644 \n",
            "index 1234567..89abcde 10064x\n",
            "index 1234567..89abcde \n",
            "index 1234567..89abcde 100644\r\n",
            "index 1234567..89abcde\r\n",
            "index 12.4567..89abcde 100644\n",
            "index 12 4567..89 abcde 100644\n",
            "index 1234567.89abcde 100644\n",
            "index ..\n",
            "index .\n",
            "index \n",
            "index 1234567,7654321..89abcde\n",
            "new file mode 100644\n",
            "new file mode 100755\n",
            "new file mode 120000\n",
            "new file mode 100644\r\n",
            "new file mode \n",
            "deleted file mode 100644\n",
            "deleted file mode 160000\n",
            "old mode 100644\n",
            "new mode 100755\n",
            "similarity index 90%\n",
            "rename from cup\n",
            "rename to cup\n",
            "copy from tea/cup\n",
            "copy to cup\n",
            "--- /dev/null\n",
            "+++ /dev/null\n",
            "--- /dev/null\t\n",
            "+++ /dev/null \n",
            "--- /dev/nullx\n",
            HUNK,
            "@@ odd\n",
            "GIT binary patch\n",
            "Binary files a/cup and b/cup differ\n",
            "some prose\n",
            "\n");

    private final Random random = new Random(Integer.getInteger("patchwork4j.seed", 1));

    @ParameterizedTest
    @ValueSource(strings = {CHANGE, ADDITION, DELETION})
    void readsUsualHeadersAtOnce(String header) {
        DiffText text = new DiffText(Bytes.ofUtf8(header + HUNK));
        FileDraft draft = new FileDraft();

        assertThat(new UsualHeader(text).read(draft, 0)).isTrue();
        assertThat(text.offset()).isEqualTo(header.length());
        assertThat(draft.headerTo).isEqualTo(header.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGE, ADDITION, DELETION})
    void makesTheSameOfUsualHeadersWithOneByteChangedOrDropped(String header) {
        String text = header + HUNK + header + HUNK;
        for (int i = 0; i < header.length() + HUNK.length(); i++) {
            assertSame(text.substring(0, i));
            assertSame(text.substring(0, i) + text.substring(i + 1));
            for (int k = 0; k < BYTES.length(); k++) {
                char other = BYTES.charAt(k);
                assertSame(text.substring(0, i) + other + text.substring(i + 1));
                assertSame(text.substring(0, i) + other + text.substring(i));
            }
        }
    }

    static List<String> trickyDiffs() throws IOException {
        return TrickyDiffsTest.names().toList();
    }

    @ParameterizedTest
    @MethodSource("trickyDiffs")
    void makesTheSameOfTrickyDiffs(String name) throws IOException {
        assertSame(Bytes.of(Files.readAllBytes(Path.of("src/test/resources/diffs", name + ".diff"))));
    }

    @Test
    void makesTheSameOfMutatedDiffs() throws IOException {
        MutatedDiffs mutants =
                new MutatedDiffs(Path.of("src/test/resources/diffs"), Integer.getInteger("patchwork4j.seed", 1));
        for (int i = Integer.getInteger("patchwork4j.mutants", 2_000); i > 0; i--) {
            assertSame(mutants.make());
        }
    }

    @Test
    void makesTheSameOfHeadersOfAnyLines() {
        for (int i = Integer.getInteger("patchwork4j.mutants", 10_000); i > 0; i--) {
            StringBuilder text = new StringBuilder();
            for (int files = 1 + random.nextInt(2); files > 0; files--) {
                text.append(header()).append(random.nextInt(8) == 0 ? "" : HUNK);
            }
            assertSame(random.nextInt(8) == 0 ? text.substring(0, random.nextInt(text.length())) : text.toString());
        }
    }

    private String header() {
        String name = pick(NAMES);
        StringBuilder header = new StringBuilder("diff --git a/" + almost(name) + " b/" + almost(name) + "\n");
        if (random.nextInt(3) == 0) {
            for (int lines = random.nextInt(5); lines > 0; lines--) {
                header.append(random.nextInt(3) == 0 ? "--- a/" + name + "\n+++ b/" + name + "\n" : pick(EXTENDED));
            }
            return header.toString();
        }
        boolean isNew = random.nextInt(3) == 0;
        boolean isDeleted = !isNew && random.nextInt(3) == 0;
        header.append(isNew ? "new file mode " + mode() : isDeleted ? "deleted file mode " + mode() : "");
        header.append(
                random.nextInt(2) == 0
                        ? pick(EXTENDED)
                        : "index 1234567..89abcde" + (random.nextBoolean() ? " " + mode() : "\n"));
        header.append(isNew ? "--- /dev/null" : "--- a/" + almost(name)).append('\n');
        header.append(isDeleted ? "+++ /dev/null" : "+++ b/" + almost(name)).append('\n');
        return header.toString();
    }

    private String mode() {
        return (random.nextInt(4) == 0 ? "120000" : random.nextBoolean() ? "100644" : "100755") + "\n";
    }

    private String almost(String name) {
        return random.nextInt(12) == 0 ? pick(NAMES) : name;
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static void assertSame(String text) {
        assertSame(Git.ascii(text));
    }

    private static void assertSame(Bytes text) {
        for (DiffOptions options : OPTIONS) {
            String atOnce = told(new DiffParser(text, options).parse());
            String lineByLine = told(DiffParser.lineByLine(text, options).parse());
            if (!atOnce.equals(lineByLine)) {
                assertThat(atOnce).as(text.latin1()).isEqualTo(lineByLine);
            }
        }
    }

    /** Tells all that a diff says, with the places of it. */
    private static String told(Diff diff) {
        return diff.files().stream().map(UsualHeaderTest::told).collect(Collectors.joining("\n"))
                + diff.orphanHunks().stream().map(UsualHeaderTest::told).toList()
                + diff.diagnostics()
                + diff.trailer().latin1()
                + diff.addedLines() + " " + diff.deletedLines();
    }

    private static String told(FileDiff file) {
        List<Object> said = List.of(
                file.format(),
                file.status(),
                file.isStatusInferred(),
                file.offset(),
                file.preamble().latin1(),
                file.header().latin1(),
                file.bytes().latin1(),
                told(file.path()),
                file.oldPath().map(UsualHeaderTest::told),
                file.newPath().map(UsualHeaderTest::told),
                file.safePath(),
                file.oldModes(),
                file.newMode(),
                file.oldIds(),
                file.newId(),
                file.similarity(),
                file.dissimilarity(),
                file.isBinary(),
                file.numstat(),
                file.summary().latin1(),
                file.hunks().stream().map(UsualHeaderTest::told).toList());
        return said.toString();
    }

    private static String told(DiffPath path) {
        return path.raw().latin1() + "|" + path.prefix().latin1() + "|"
                + path.bytes().latin1() + "|" + path.safety();
    }

    private static String told(Hunk hunk) {
        return hunk + " " + hunk.offset() + " " + hunk.isComplete() + " " + hunk.addedLines() + " "
                + hunk.deletedLines() + hunk.bytes().latin1() + hunk.section().latin1();
    }
}
