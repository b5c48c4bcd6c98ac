package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import org.junit.jupiter.api.Test;

class PatchIdTest {
    private static final String TEA = file("tea", 10);
    private static final String POT = file("pot", 20);

    @Test
    void ignoresMessageLineNumbersAndWhiteSpace() {
        String other = file("tea", 99).replace("+warm", "+  wa rm\t");

        assertThat(stable(TEA)).isEqualTo(stable("Subject: x\n\nmessage\n---\n" + other + "-- \n2.39.5\n"));
        assertThat(stable(TEA)).isNotEqualTo(stable(TEA.replace("warm", "hot")));
    }

    @Test
    void onlyTheUnstableIdKnowsTheOrderOfFiles() {
        assertThat(stable(TEA + POT)).isEqualTo(stable(POT + TEA));
        assertThat(PatchId.unstable(Bytes.ofUtf8(TEA + POT))).isNotEqualTo(PatchId.unstable(Bytes.ofUtf8(POT + TEA)));
    }

    @Test
    void aTextWithoutDiffHasNone() {
        assertThat(PatchId.stable(Bytes.ofUtf8("hello\n"))).isEmpty();
        assertThat(PatchId.unstable(Bytes.EMPTY)).isEmpty();
    }

    private static String stable(String text) {
        return PatchId.stable(Bytes.ofUtf8(text)).orElseThrow().hex();
    }

    private static String file(String name, int line) {
        String range = "@@ -" + line + ",2 +" + line + ",2 @@\n";
        return "diff --git a/%1$s b/%1$s\nindex 1..2\n--- a/%1$s\n+++ b/%1$s\n".formatted(name)
                + range
                + "-cold\n+warm\n end\n";
    }
}
