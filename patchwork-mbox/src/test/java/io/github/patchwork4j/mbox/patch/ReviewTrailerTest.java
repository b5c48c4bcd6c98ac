package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTrailerTest {
    private static List<String> parse(String message) {
        return ReviewTrailer.parse(message).stream()
                .map(ReviewTrailer::toString)
                .toList();
    }

    @Test
    void trailersStandAnywhere() {
        List<ReviewTrailer> found = ReviewTrailer.parse("""
                Nice.

                Reviewed-by: Wen Adeyemi <wen@example.com>
                with one question:

                > Tested-by: Ines Okafor <ines@example.org>

                why?
                Acked-by: Ines Okafor <ines@example.org>

                --\s
                Signed-off-by: Some Signature <sig@example.org>
                """);
        assertThat(found)
                .extracting(ReviewTrailer::toString)
                .containsExactly(
                        "Reviewed-by: Wen Adeyemi <wen@example.com>", "Acked-by: Ines Okafor <ines@example.org>");
        assertThat(found).extracting(ReviewTrailer::line).containsExactly(2, 8);
        assertThat(found.get(0).person().orElseThrow().email()).isEqualTo("wen@example.com");
    }

    @Test
    void talkIsNoTrailer() {
        assertThat(parse("""
                Phone: +49 123
                E-mail: wen@example.com
                Note: this is odd
                Fixes: the kettle
                Reviewed-by: nobody in particular
                well-known: yes
                See https://example.org/x
                Web: https://example.org
                """)).isEmpty();
    }

    @Test
    void foldedTitlesAndNamesAreJoined() {
        List<ReviewTrailer> found = ReviewTrailer.parse("""
                Fixes: 0123456789ab ("kettle: boil the
                water")
                Reviewed-by: Wen Adeyemi
                 <wen@example.com>
                """);
        assertThat(found)
                .extracting(ReviewTrailer::toString)
                .containsExactly(
                        "Fixes: 0123456789ab (\"kettle: boil the water\")",
                        "Reviewed-by: Wen Adeyemi <wen@example.com>");
        assertThat(found.get(0).commit()).contains("0123456789ab");
        assertThat(found.get(0).commitTitle()).contains("kettle: boil the water");
        assertThat(found.get(1).commit()).isEmpty();
    }

    @Test
    void commentsAreTakenOff() {
        List<ReviewTrailer> found = ReviewTrailer.parse("""
                Tested-by: Wen Adeyemi <wen@example.com> # on two kettles
                Signed-off-by: Ines Okafor <ines@example.org>
                [ines: less water]
                """);
        assertThat(found)
                .extracting(trailer -> trailer.comment().orElse(""))
                .containsExactly("on two kettles", "[ines: less water]");
        assertThat(found)
                .extracting(trailer -> trailer.trailer().value())
                .containsExactly("Wen Adeyemi <wen@example.com>", "Ines Okafor <ines@example.org>");
    }

    @Test
    void keysWithoutAPersonAreKnown() {
        assertThat(parse("""
                Link: https://example.org/x
                Closes: https://example.org/bug/1
                Change-Id: I0123
                Message-ID: <x@example.org>
                (cherry picked from commit 0123456789)
                """))
                .containsExactly(
                        "Link: https://example.org/x",
                        "Closes: https://example.org/bug/1",
                        "Change-Id: I0123",
                        "Message-ID: <x@example.org>",
                        "cherry-picked-from: 0123456789");
    }

    @Test
    void footersSayWhatAPatchAppliesTo() {
        PatchFooter footer = PatchFooter.parse("""
                Hello.

                base-commit: 0123456789012345678901234567890123456789
                prerequisite-patch-id: 1111111111111111111111111111111111111111
                prerequisite-patch-id: 2222222222222222222222222222222222222222
                change-id: 20260504-kettle-0123
                prerequisite-message-id: <x@example.org>
                 prerequisite-patch-id: indented
                --\s
                2.39.5
                """);
        assertThat(footer.baseCommit()).contains("0123456789012345678901234567890123456789");
        assertThat(footer.changeId()).contains("20260504-kettle-0123");
        assertThat(footer.all("prerequisite-patch-id")).hasSize(2);
        assertThat(footer.all("prerequisite-message-id")).containsExactly("<x@example.org>");
        assertThat(PatchFooter.parse("base-commit\nchange-id:\n").lines()).isEmpty();
    }
}
