package io.github.patchwork4j.mbox.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.compare.Interdiff.Omission;
import io.github.patchwork4j.mbox.compare.Interdiff.Reason;
import io.github.patchwork4j.mbox.diff.Diff;
import org.junit.jupiter.api.Test;

class InterdiffTest {
    private static final String ONE = """
            diff --git a/f b/f
            --- a/f
            +++ b/f
            @@ -3,3 +3,3 @@
             three
            -four
            +vier
             five
            """;

    @Test
    void saysNothingWhereOnlyTheContextDiffers() {
        String longer = """
                diff --git a/f b/f
                --- a/f
                +++ b/f
                @@ -2,5 +2,5 @@
                 two
                 three
                -four
                +vier
                 five
                 six
                """;

        assertThat(interdiff(ONE, longer).text()).isEqualTo(Bytes.EMPTY);
        assertThat(interdiff(ONE, ONE).text()).isEqualTo(Bytes.EMPTY);
    }

    @Test
    void joinsHunksThatAreFarApartInTheOtherVersion() {
        String other = """
                diff --git a/f b/f
                --- a/f
                +++ b/f
                @@ -5,2 +5,3 @@
                 five
                +and a half
                 six
                """;

        assertThat(interdiff(ONE, other).text().utf8()).isEqualTo("""
                diff --git a/f b/f
                --- a/f
                +++ b/f
                @@ -3,4 +3,5 @@
                 three
                -vier
                +four
                 five
                +and a half
                 six
                """);
    }

    @Test
    void aFileThatOnlyOneVersionRenamesIsRenamed() {
        String renames = """
                diff --git a/f b/g h
                old mode 100644
                new mode 100755
                rename from f
                rename to g h
                --- a/f
                +++ b/g h\t
                @@ -3,3 +3,3 @@
                 three
                -four
                +vier
                 five
                """;

        assertThat(interdiff(ONE, renames).text().utf8()).isEqualTo("""
                diff --git a/f b/g h
                old mode 100644
                new mode 100755
                rename from f
                rename to g h
                """);
        assertThat(interdiff(renames, ONE).text().utf8()).isEqualTo("""
                diff --git a/g h b/f
                old mode 100755
                new mode 100644
                rename from g h
                rename to f
                """);
    }

    @Test
    void aFileThatOneVersionRemovesComesBackAsTheOtherLeavesIt() {
        String removes = """
                diff --git a/f b/f
                deleted file mode 100755
                --- a/f
                +++ /dev/null
                @@ -1,5 +0,0 @@
                -one
                -two
                -three
                -four
                -five
                \\ No newline at end of file
                """;
        String other = ONE.replace(" five\n", " five\n\\ No newline at end of file\n");

        assertThat(interdiff(removes, other).text().utf8()).isEqualTo("""
                diff --git a/f b/f
                new file mode 100755
                --- /dev/null
                +++ b/f
                @@ -0,0 +1,5 @@
                +one
                +two
                +three
                +vier
                +five
                \\ No newline at end of file
                """);
    }

    @Test
    void tellsWhatItCannotTell() {
        String copies = """
                diff --git a/f b/g
                similarity index 90%
                copy from f
                copy to g
                """;
        String otherLines = ONE.replace("-four", "-for");
        String binary = "diff --git a/f b/f\nindex 1234567..89abcde 100644\nBinary files a/f and b/f differ\n";

        assertThat(interdiff(copies, "").omissions()).containsExactly(omission("g", Reason.UNKNOWN_CONTENT));
        assertThat(interdiff(ONE, otherLines).omissions()).containsExactly(omission("f", Reason.OTHER_BASE));
        assertThat(interdiff(ONE, binary).omissions()).containsExactly(omission("f", Reason.BINARY));
        assertThat(interdiff(ONE + ONE, "").omissions()).containsExactly(omission("f", Reason.AMBIGUOUS));
        assertThat(interdiff(ONE.replace(" five\n", ""), "").omissions())
                .containsExactly(omission("f", Reason.NOT_A_PLAIN_DIFF));
        String adds = "diff --git a/f b/f\nnew file mode 100644\n--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+x\n";
        assertThat(interdiff(adds, ONE).omissions()).containsExactly(omission("f", Reason.OTHER_BASE));
        assertThat(interdiff(adds, ONE).text()).isEqualTo(Bytes.EMPTY);
        String removesTheThirdLine =
                "diff --git a/f b/f\ndeleted file mode 100644\n--- a/f\n+++ /dev/null\n@@ -3 +0,0 @@\n-x\n";
        assertThat(interdiff("", removesTheThirdLine).omissions())
                .containsExactly(omission("f", Reason.UNKNOWN_CONTENT));
    }

    @Test
    void fitsAVersionThatWasMovedAndSaysSo() {
        String moved = ONE.replace("@@ -3,3 +3,3 @@", "@@ -13,3 +13,3 @@").replace("+vier", "+FOUR");
        String first = ONE.replace("--- a/f", "index 1111111..2222222 100644\n--- a/f");
        String second = moved.replace("--- a/f", "index 3333333..4444444 100644\n--- a/f");

        Interdiff interdiff = interdiff(first, second);

        assertThat(interdiff.text().utf8()).isEqualTo("""
                diff --git a/f b/f
                --- a/f
                +++ b/f
                @@ -3,3 +3,3 @@
                 three
                -vier
                +FOUR
                 five
                """);
        assertThat(interdiff.movedFiles()).containsExactly(Bytes.ofUtf8("f"));
        assertThat(interdiff(ONE, ONE).movedFiles()).isEmpty();
    }

    @Test
    void staysRightWhenItsStepsAreUsedUp() {
        StringBuilder one = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            one.append("+").append(i * 7 % 100).append('\n');
            other.append("+").append(i * 11 % 100).append('\n');
        }
        String head = "diff --git a/f b/f\nnew file mode 100644\n--- /dev/null\n+++ b/f\n@@ -0,0 +1,1000 @@\n";

        Interdiff bounded = Interdiff.of(parse(head + one), parse(head + other), 5_000);
        Interdiff whole = interdiff(head + one, head + other);

        assertThat(bounded.text().length()).isGreaterThan(whole.text().length());
        assertThat(Diff.parse(bounded.text()).diagnostics()).isEmpty();
        assertThatThrownBy(() -> Interdiff.of(parse(""), parse(""), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    private static Omission omission(String path, Reason reason) {
        return new Omission(Bytes.ofUtf8(path), reason);
    }

    private static Interdiff interdiff(String one, String other) {
        return Interdiff.of(parse(one), parse(other));
    }

    private static Diff parse(String text) {
        return Diff.parse(Bytes.ofUtf8(text));
    }
}
