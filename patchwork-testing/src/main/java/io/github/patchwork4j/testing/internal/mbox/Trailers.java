package io.github.patchwork4j.testing.internal.mbox;

import io.github.patchwork4j.testing.internal.state.CommentRow;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of comments that are carried over into the mail they reply to. */
final class Trailers {
    private static final Pattern TRAILER =
            Pattern.compile("(?:Tested|Reviewed|Acked|Signed-off|Nacked|Reported)-by:.*", Pattern.CASE_INSENSITIVE);

    private Trailers() {}

    /** Returns the trailers of all comments by date; neither indented nor quoted ones, and each as often as it occurs. */
    static List<String> of(List<CommentRow> comments) {
        return comments.stream()
                .sorted(Comparator.comparingLong(CommentRow::date).thenComparingLong(CommentRow::id))
                .flatMap(comment -> comment.content().lines())
                .filter(line -> TRAILER.matcher(line).matches())
                .toList();
    }
}
