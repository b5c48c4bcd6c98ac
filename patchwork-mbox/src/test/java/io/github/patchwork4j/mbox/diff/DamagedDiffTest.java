package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What mail programs do to patches is named, and nothing is mended. */
class DamagedDiffTest {
    private static final String HEAD = "--- a/x\n+++ b/x\n";
    private static final String LONG = " and so this sentence goes on until a mail program has had enough";

    @Test
    void namesWhatWasDone() {
        assertThat(damage("@@ -1,2 +1,2 @@\n\u00a0a\n-b\n+c\n")).contains("no-break space");
        assertThat(damage("@@ -1,2 +1,2 @@\n=20a\n-b\n+c\n")).contains("quoted-printable");
        assertThat(damage("@@ -1,2 +1,2 @@\n a long line=\n that goes on\n-b\n+c\n"))
                .isEmpty();
        assertThat(damage("@@ -1,2 +1,2 @@\n a long line=\nthat goes on\n-b\n+c\n"))
                .contains("quoted-printable");
        assertThat(damage("@@ -1,2 +1,2 @@\n&nbsp;a\n-b\n+c\n")).contains("HTML");
        assertThat(damage("@@ -1,2 +1,2 @@\n" + LONG + "\nand wraps\n-b\n+c\n")).contains("wrapped at column 65");
        assertThat(damage("@@ -1,2 +1,2 @@ static int a_function_with_many_arguments(int a,\nint b)\n a\n-b\n+c\n"))
                .contains("wrapped");
    }

    @Test
    void doesNotTakeAShortHunkForDamage() {
        for (String next :
                List.of("diff --git a/y b/y\n", "-- \n2.39.5\n", "@@ -9 +9 @@\n-x\n+y\n", "+d\n", "short\n")) {
            assertThat(damage("@@ -1,3 +1,3 @@\n a\n-b\n+c\n" + next)).as(next).isEmpty();
        }
    }

    @Test
    void comesBehindTheReportThatTheHunkIsCorrupt() {
        Diff diff = Diff.parse(Bytes.ofUtf8(HEAD + "@@ -1,2 +1,2 @@\n=20a\n-b\n+c\n"));

        assertThat(diff.diagnostics())
                .extracting(Diagnostic::kind)
                .containsExactly(Diagnostic.Kind.CORRUPT_DIFF, Diagnostic.Kind.DAMAGED_DIFF);
        assertThat(diff.diagnostics()).extracting(Diagnostic::offset).containsExactly(32L, 32L);
    }

    private static String damage(String hunk) {
        return Diff.parse(Bytes.ofUtf8(HEAD + hunk)).diagnostics().stream()
                .filter(diagnostic -> diagnostic.kind() == Diagnostic.Kind.DAMAGED_DIFF)
                .map(Diagnostic::message)
                .findFirst()
                .orElse("");
    }
}
