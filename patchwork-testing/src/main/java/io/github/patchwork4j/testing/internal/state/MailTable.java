package io.github.patchwork4j.testing.internal.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mails that are found by their Message-Id within one project.
 *
 * @param <R> the kind of mail
 */
abstract class MailTable<R extends Mail> extends DatedTable<R> {
    private final Map<Key, Long> byMsgid = new HashMap<>();

    /** Returns the id of the project that a mail is in. */
    abstract long projectOf(R row);

    @Override
    public void add(R row) {
        super.add(row);
        byMsgid.put(new Key(projectOf(row), row.msgid()), row.id());
    }

    @Override
    public void remove(long id) {
        R row = get(id);
        byMsgid.remove(new Key(projectOf(row), row.msgid()), id);
        super.remove(id);
    }

    /**
     * Finds a mail.
     *
     * @param project the project's id
     * @param msgid with angle brackets
     * @return the row, or null
     */
    public @Nullable R find(long project, String msgid) {
        Long id = byMsgid.get(new Key(project, msgid));
        return id == null ? null : find((long) id);
    }

    private record Key(long project, String msgid) {}
}
