package io.github.patchwork4j.testing.internal.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedHeaderTest {
    private static final String LONG = "x".repeat(40);

    @Test
    void leavesShortLinesAsTheyCame() {
        assertThat(FoldedHeader.fold("To", "a@example.com,\n\tb@example.com"))
                .isEqualTo("To: a@example.com,\n\tb@example.com");
        assertThat(FoldedHeader.fold("X-Empty", "")).isEqualTo("X-Empty: ");
    }

    @Test
    void breaksAtTheLastCommaRatherThanAtTheLastSpace() {
        assertThat(FoldedHeader.fold("To", LONG + ", " + LONG + " tail"))
                .isEqualTo("To: " + LONG + ",\n " + LONG + " tail");
    }

    @Test
    void breaksOnceAtASemicolonEvenIfTheRestStaysLong() {
        assertThat(FoldedHeader.fold("X", "a; b, " + LONG + ", " + LONG)).isEqualTo("X: a;\n b, " + LONG + ", " + LONG);
    }

    @Test
    void putsAWordThatFitsNowhereOnALineOfItsOwn() {
        assertThat(FoldedHeader.fold("X", "y".repeat(90))).isEqualTo("X: \n " + "y".repeat(90));
    }

    @Test
    void dropsASingleSpaceAtTheEndsOfFoldedLinesOnly() {
        assertThat(FoldedHeader.fold("X", "a \n b ")).isEqualTo("X: a\n b");
        assertThat(FoldedHeader.fold("X", "a ")).isEqualTo("X: a ");
        assertThat(FoldedHeader.fold("X", "a  \n b")).isEqualTo("X: a  \n b");
    }
}
