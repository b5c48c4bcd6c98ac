package io.github.patchwork4j.testing.internal.state;

import java.util.List;

/** The comments on patches, or those on covers. */
public final class CommentTable extends DatedTable<CommentRow> {
    private final Grouping byParent = new Grouping();

    /** Starts empty. */
    public CommentTable() {}

    @Override
    public void add(CommentRow row) {
        super.add(row);
        byParent.add(row.parent(), row.id());
    }

    /**
     * Returns the comments on one patch or cover.
     *
     * @param parent its id
     * @return by id
     */
    public List<CommentRow> on(long parent) {
        return get(byParent.of(parent).stream().sorted().toList());
    }
}
