package io.github.patchwork4j.client;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a list that is in the order of its ids while rows join and leave it: what stays in the list is seen, and once.
 *
 * <p>Each page is asked for so that it begins at or before the last row that was seen. If that row, or one before it, is on the
 * page, nothing lies between; if not, rows before it have left the list and those behind it moved up, and the walk goes back.
 * What was seen already is skipped.
 */
final class SteadyPages<T> implements PageWalk<T> {
    private final ToLongFunction<T> ids;
    private final int firstSize;
    private long left;
    private int largest = Paged.MAX_PAGE_SIZE;
    /** How many rows stand before what comes next, by the last answer. */
    private long before;

    private @Nullable Long last;
    /** 1 for ids that grow, -1 for ids that fall, 0 as long as that is unknown. */
    private int direction;

    private int pages;
    private boolean ended;

    SteadyPages(ToLongFunction<T> ids, int firstSize, long limit) {
        this.ids = ids;
        this.firstSize = firstSize;
        this.left = limit;
    }

    @Override
    public Optional<Cursor> wanted() {
        return ended || left == 0 ? Optional.empty() : Optional.of(window());
    }

    @Override
    public int last(Cursor cursor) {
        return cursor.page(); // what comes next depends on what is on it
    }

    @Override
    public Optional<Page<T>> accept(Cursor cursor, PageSource.Rows<T> rows) {
        long start = (cursor.page() - 1L) * cursor.pageSize();
        List<T> items = rows.items();
        // Where no page holds the last row seen, nothing can be told; see window().
        boolean gap = start > 0 && (items.isEmpty() || (start < before && isNew(items.get(0))));
        if (gap) {
            before = Math.min(start, before - 1);
            return Optional.empty();
        }
        int full = Math.max(2, items.size());
        if (rows.link().next() != LinkHeader.Next.NO && full < cursor.pageSize()) {
            // The server has a limit of its own, so that pages begin elsewhere than thought; or the list ends here
            // untold.
            largest = full;
            if (start > 0) {
                return Optional.empty();
            }
        }
        checkOrder(items);
        List<T> fresh = items.stream().filter(this::isNew).limit(left).toList();
        before = start + items.size();
        ended = switch (rows.link().next()) {
            case YES -> false;
            case NO -> true;
            // Both servers link their pages unless there is only one.
            case NOT_TOLD -> fresh.isEmpty();
        };
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        last = ids.applyAsLong(fresh.get(fresh.size() - 1));
        left -= fresh.size();
        return Optional.of(new Page<>(++pages, fresh, Optional.empty()));
    }

    /** The page that holds the last row seen and most of those behind it. */
    private Cursor window() {
        if (last == null || before == 0) {
            return new Cursor(1, Math.min(firstSize, largest));
        }
        int best = 0;
        long gain = 0;
        for (int size = largest; size > 1; size--) {
            long beyond = before % size == 0 ? 0 : size - before % size;
            if (beyond > gain) {
                best = size;
                gain = beyond;
            }
        }
        // Where pages are so small that all sizes divide the number, no page begins before and ends behind the last
        // row.
        int size = best == 0 ? largest : best;
        return new Cursor(Math.toIntExact(before / size + 1), size);
    }

    private boolean isNew(T row) {
        return last == null || Long.compare(ids.applyAsLong(row), last) * (direction == 0 ? 1 : direction) > 0;
    }

    private void checkOrder(List<T> items) {
        for (int i = 1; i < items.size(); i++) {
            int order = Long.compare(ids.applyAsLong(items.get(i)), ids.applyAsLong(items.get(i - 1)));
            direction = direction == 0 ? order : direction;
            if (order == 0 || order != direction) {
                throw new IllegalStateException(
                        "the list is not in the order of its ids, so that a walk cannot tell what it"
                                + " lost: " + ids.applyAsLong(items.get(i - 1)) + " comes before "
                                + ids.applyAsLong(items.get(i)));
            }
        }
    }
}
