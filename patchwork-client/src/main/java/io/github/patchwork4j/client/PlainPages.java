package io.github.patchwork4j.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks from page to page, and keeps one of them to see whether the server sends it again. */
final class PlainPages<T> implements PageWalk<T> {
    private @Nullable Cursor at;
    private List<T> previous = List.of();
    private long left;
    private int full = 1;

    PlainPages(Cursor start, long limit) {
        this.left = limit;
        this.at = limit == 0 ? null : firstPage(start, limit);
    }

    /** A list that is cut off on its first page is asked for no larger one. */
    private static Cursor firstPage(Cursor start, long limit) {
        return start.page() == 1 && limit < start.pageSize() ? new Cursor(1, (int) limit) : start;
    }

    @Override
    public Optional<Cursor> wanted() {
        return Optional.ofNullable(at);
    }

    @Override
    public int last(Cursor cursor) {
        // Servers put fewer rows on a page than asked, never more.
        return (int) Math.min(cursor.page() + (left - 1) / cursor.pageSize(), Integer.MAX_VALUE);
    }

    @Override
    public Optional<Page<T>> accept(Cursor cursor, PageSource.Rows<T> rows) {
        at = null;
        List<T> items = rows.items();
        if (items.isEmpty() || items.equals(previous)) {
            return Optional.empty();
        }
        previous = items;
        boolean goesOn = rows.goesOn(full);
        full = Math.max(full, items.size());
        if (items.size() > left) {
            items = items.subList(0, (int) left);
            goesOn = false; // a cursor cannot stand in the middle of a page
        }
        left -= items.size();
        Optional<Cursor> next = goesOn ? Optional.of(cursor.next()) : Optional.empty();
        if (left > 0) {
            at = next.orElse(null);
        }
        return Optional.of(new Page<>(cursor.page(), items, next));
    }
}
