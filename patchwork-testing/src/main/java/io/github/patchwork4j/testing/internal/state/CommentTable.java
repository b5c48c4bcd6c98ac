package io.github.patchwork4j.testing.internal.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The comments on patches, or those on covers. */
public final class CommentTable extends DatedTable<CommentRow> {
    private final Grouping byParent = new Grouping();
    private final Map<String, List<Long>> byMsgid = new HashMap<>();

    /** Starts empty. */
    public CommentTable() {}

    @Override
    public void add(CommentRow row) {
        super.add(row);
        byParent.add(row.parent(), row.id());
        byMsgid.computeIfAbsent(row.msgid(), any -> new ArrayList<>(1)).add(row.id());
    }

    @Override
    public void remove(long id) {
        CommentRow row = get(id);
        byParent.remove(row.parent(), id);
        byMsgid.getOrDefault(row.msgid(), new ArrayList<>()).remove((Long) id);
        super.remove(id);
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

    /**
     * Finds comments by their Message-Id, which several may have.
     *
     * @param msgid the id, with its brackets
     * @return the comments, the oldest first
     */
    public Stream<CommentRow> ofMsgid(String msgid) {
        return get(byMsgid.getOrDefault(msgid, List.of())).stream();
    }
}
