package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommentTrailersTest {
    private static final String ACK = "Acked-by: Ivo <ivo@example.org>";

    @Test
    void linesThatBeginWithOneOfSixKeysAreTaken() {
        String comment = """
                Thanks.
                acked-BY: Ivo <ivo@example.org> # twice
                 Acked-by: indented
                > Reviewed-by: quoted
                Tested-by:
                Fixes: 0123456789ab
                Co-developed-by: Ada <ada@example.org>
                Te\u017fted-by: Ada\rand more
                Nacked-by: at the end""";

        assertThat(CommentTrailers.in(comment))
                .containsExactly(
                        "acked-BY: Ivo <ivo@example.org> # twice",
                        "Tested-by:",
                        "Te\u017fted-by: Ada\rand more",
                        "Nacked-by: at the end");
        assertThat(CommentTrailers.in("")).isEmpty();
    }

    @Test
    void trailersComeBeforeTheNotesWithoutAnEmptyLine() {
        assertThat(CommentTrailers.addTo("\n  Text.\n\nSigned-off-by: A\n---\n note\n---\n", List.of(ACK, ACK)))
                .isEqualTo("Text.\n\nSigned-off-by: A\n" + ACK + "\n" + ACK + "\n---\n note\n---\n\n");
        assertThat(CommentTrailers.addTo("Text.", List.of(ACK))).isEqualTo("Text.\n" + ACK + "\n");
        assertThat(CommentTrailers.addTo("", List.of())).isEmpty();
        assertThat(CommentTrailers.addTo("\n", List.of(ACK))).isEqualTo(ACK + "\n");
    }

    @Test
    void onlyTwoOrThreeHyphensAndASpaceBeginTheNotes() {
        assertThat(CommentTrailers.addTo("a\n----\nb\n-- x\n--  \n-- \nc", List.of(ACK)))
                .isEqualTo("a\n----\nb\n-- x\n--\n" + ACK + "\n---\nc\n");
        assertThat(CommentTrailers.addTo("--", List.of(ACK))).isEqualTo(ACK + "\n---\n\n");
        assertThat(CommentTrailers.addTo("a\n--- ", List.of())).isEqualTo("a\n---\n\n");
    }
}
