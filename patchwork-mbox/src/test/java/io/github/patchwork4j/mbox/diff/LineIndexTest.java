package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.mbox.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineIndexTest {
    private static final String MARKER = "\\ No newline at end of file\n";

    @Test
    void findsEveryLineInShortAndInHugeHunks() {
        Random random = new Random(11);
        for (int lines : new int[] {1, 2, 40, 1_500, 9_000}) {
            List<String> written = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                written.add("+" + "x".repeat(random.nextInt(40)));
            }
            String diff = "--- a/cup\n+++ b/cup\n@@ -0,0 +1," + lines + " @@ tea\n" + String.join("\n", written) + "\n";
            Diff read = Diff.parse(Bytes.ofUtf8("Some prose.\n" + diff + MARKER));

            Hunk hunk = read.files().get(0).hunks().get(0);
            List<String> found = new ArrayList<>();
            for (int i = 0; i < hunk.lineCount(); i++) {
                found.add(hunk.line(i).latin1());
            }

            assertThat(found).isEqualTo(written);
            assertThat(hunk.lines().get(lines - 1).hasNewline()).isFalse();
            assertThat(hunk.section().latin1()).isEqualTo("tea");
            assertThat(hunk.addedLines()).isEqualTo(lines);
            assertThat(hunk.deletedLines()).isZero();
            assertThatThrownBy(() -> hunk.line(lines)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> hunk.line(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void countsWhatIsThereOfAHunkThatWasCut() {
        Hunk hunk = Diff.parse(Bytes.ofUtf8("--- a/cup\n+++ b/cup\n@@ -1,9 +1,9 @@\n-a\n-b\n+c\n d\n"))
                .files()
                .get(0)
                .hunks()
                .get(0);

        assertThat(hunk.isComplete()).isFalse();
        assertThat(hunk.deletedLines()).isEqualTo(2);
        assertThat(hunk.addedLines()).isEqualTo(1);
        assertThat(hunk.lineCount()).isEqualTo(4);
        assertThat(hunk.deletedLines() + hunk.addedLines()).isEqualTo((int) hunk.lines().stream()
                .filter(line -> line.kind() != HunkLine.Kind.CONTEXT)
                .count());
    }
}
