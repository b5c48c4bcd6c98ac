package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import org.junit.jupiter.api.Test;

class SummaryLinesTest {
    @Test
    void namesWhatIsCreatedAndDeletedWithItsMode() {
        assertThat(summary("new file mode 100755\nindex 0000000..e69de29\n"))
                .isEqualTo(" create mode 100755 hot/tea\n");
        assertThat(summary("deleted file mode 120000\nindex 3b18e51..0000000\n"))
                .isEqualTo(" delete mode 120000 hot/tea\n");
    }

    @Test
    void leavesOutAModeThatNobodyTells() {
        Diff diff = Diff.parse(Bytes.ofUtf8("--- /dev/null\n+++ b/hot/tea\n@@ -0,0 +1 @@\n+x\n"));

        assertThat(diff.files().get(0).summary().utf8()).isEqualTo(" create hot/tea\n");
    }

    @Test
    void namesCommonDirectoriesOnce() {
        assertThat(summary("similarity index 91%\nrename from hot/black/tea\nrename to hot/green/tea\n"))
                .isEqualTo(" rename hot/{black/tea => green/tea} (91%)\n");
        assertThat(summary("similarity index 100%\ncopy from hot\ncopy to hot/tea\n"))
                .isEqualTo(" copy hot => hot/tea (100%)\n");
    }

    @Test
    void tellsModesAndRewrites() {
        assertThat(summary("old mode 100644\nnew mode 100755\n")).isEqualTo(" mode change 100644 => 100755 hot/tea\n");
        assertThat(summary("old mode 100644\nnew mode 100755\ndissimilarity index 88%\n"))
                .isEqualTo(" rewrite hot/tea (88%)\n mode change 100644 => 100755\n");
        assertThat(summary("index 3b18e51..95d09f2 100644\n")).isEmpty();
    }

    private static String summary(String extendedHeader) {
        Diff diff = Diff.parse(Bytes.ofUtf8("diff --git a/hot/tea b/hot/tea\n" + extendedHeader));
        return diff.files().get(0).summary().utf8();
    }
}
