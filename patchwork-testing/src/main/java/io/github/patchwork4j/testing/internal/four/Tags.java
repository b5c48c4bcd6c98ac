package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts the tags of a patch: trailers at the start of a line, in its own text and in its comments. */
final class Tags {
    private static final Map<String, Pattern> TAGS = tags();

    private Tags() {}

    private static Map<String, Pattern> tags() {
        Map<String, Pattern> tags = new LinkedHashMap<>();
        Map.of("A", "Acked", "R", "Reviewed", "T", "Tested")
                .forEach((name, word) -> tags.put(
                        name, Pattern.compile("^" + word + "-by:", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE)));
        return tags;
    }

    /** Returns how often each tag occurs, without those that never do. */
    static Map<String, Long> of(PatchRow patch, List<CommentRow> comments) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String name : List.of("A", "R", "T")) {
            Pattern tag = TAGS.get(name);
            long count = Stream.concat(
                            Stream.of(patch.content()), comments.stream().map(CommentRow::content))
                    .mapToLong(text -> tag.matcher(text).results().count())
                    .sum();
            if (count > 0) {
                counts.put(name, count);
            }
        }
        return counts;
    }
}
