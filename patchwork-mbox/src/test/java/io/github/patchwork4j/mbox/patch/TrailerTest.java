package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrailerTest {
    private static List<String> parse(String message) {
        return Trailer.parse(message).stream().map(Trailer::toString).toList();
    }

    @Test
    void onlyTheFilesBelowALineOfConflictsAreLeftOut() {
        assertThat(parse("T\n\nA: b\n\nConflicts:\n\tx.c\n")).containsExactly("A: b");
        assertThat(parse("T\n\nA: b\n\n\tx.c\n")).isEmpty();
    }

    @Test
    void aCommentEndsAFoldedValue() {
        assertThat(parse("T\n\nSigned-off-by: a\n# comment\n folded\n")).containsExactly("Signed-off-by: a");
        assertThat(parse("T\n\nA: b  \n  folded\n")).containsExactly("A: b   folded");
    }

    @Test
    void lineOfWhiteSpaceBehindTheBlockIsSkipped() {
        assertThat(parse("T\n\nA: b\n \n")).containsExactly("A: b");
    }
}
