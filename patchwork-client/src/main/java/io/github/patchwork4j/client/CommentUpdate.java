package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Comment;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mark to give a comment. Every such write, even of the mark that is there, makes Patchwork 3.x tell of the comment
 * in one more event.
 */
public final class CommentUpdate extends Changes {
    private static final String ADDRESSED = "addressed";

    private CommentUpdate(@Nullable Boolean addressed) {
        super(fields(addressed));
    }

    private static Map<String, @Nullable Object> fields(@Nullable Boolean addressed) {
        return Collections.singletonMap(ADDRESSED, addressed);
    }

    /**
     * {@return the mark of a comment that was dealt with}
     */
    public static CommentUpdate addressed() {
        return new CommentUpdate(true);
    }

    /**
     * {@return the mark of a comment that somebody still has to deal with}
     */
    public static CommentUpdate unaddressed() {
        return new CommentUpdate(false);
    }

    /**
     * {@return no mark, as for comments that nobody has to deal with; Patchwork 4.0 cannot take a mark away}
     */
    public static CommentUpdate cleared() {
        return new CommentUpdate(null);
    }

    @Override
    boolean isToldEachTime() {
        return true;
    }

    /** Tells whether a comment has this mark. */
    boolean isOn(Comment comment) {
        return comment.addressed().equals(Optional.ofNullable(fields().get(ADDRESSED)));
    }

    boolean isCleared() {
        return clears(ADDRESSED);
    }
}
