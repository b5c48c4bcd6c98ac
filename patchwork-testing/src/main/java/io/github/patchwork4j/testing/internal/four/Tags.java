package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the tags of a patch: trailers at the start of a line, in its own text and in its comments. */
final class Tags {
    private static final List<Tag> TAGS =
            List.of(new Tag("A", "Acked-by:"), new Tag("R", "Reviewed-by:"), new Tag("T", "Tested-by:"));

    private Tags() {}

    /** Returns how often each tag occurs, without those that never do. */
    static Map<String, Long> of(PatchRow patch, List<CommentRow> comments) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Tag tag : TAGS) {
            long count = tag.count(patch.content())
                    + comments.stream()
                            .mapToLong(comment -> tag.count(comment.content()))
                            .sum();
            if (count > 0) {
                counts.put(tag.name(), count);
            }
        }
        return counts;
    }

    private record Tag(String name, String trailer) {

        long count(String text) {
            return text.lines()
                    .filter(line -> line.regionMatches(true, 0, trailer, 0, trailer.length()))
                    .count();
        }
    }
}
