package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagCountsTest {
    @Test
    void tagsOfContentAndCommentsAreAddedUp() {
        String content =
                "Boil.\n\nacked-BY: Ines <ines@example.org>\nReviewed-by:\n Tested-by: indented\n> Acked-by: quoted\n";
        List<String> comments = List.of(
                "Acked-by: Wen <wen@example.com>\nAcked-by: Wen <wen@example.com>", "Tested-by : no\nxAcked-by: no");

        assertThat(TagCounts.of(TagCounts.DEFAULT_TAGS, content, comments))
                .containsExactly(entry("Acked-by", 3), entry("Reviewed-by", 1), entry("Tested-by", 0));
    }

    @Test
    void aServerMayHaveTagsOfItsOwn() {
        assertThat(TagCounts.of(
                        List.of("Fixes"), "Fixes: 0123 (\"x\")\rFixes: no line of its own\n", List.of("fixes:")))
                .containsExactly(entry("Fixes", 2));
    }
}
