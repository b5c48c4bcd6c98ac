package io.github.patchwork4j.testing.internal.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table that also keeps its rows by date, the order in which events are read.
 *
 * @param <R> the kind of row
 */
public class DatedTable<R extends Dated> extends Table<R> {
    private final Comparator<R> upwards =
            Comparator.<R>comparingLong(Dated::date).thenComparingLong(Row::id);
    /** Rows of one date stand with the highest id first, for this list is read from its end. */
    private final Comparator<R> downwards = Comparator.<R>comparingLong(Dated::date)
            .thenComparing(Comparator.comparingLong(Row::id).reversed());

    private final List<R> oldestFirst = new ArrayList<>();
    private final List<R> newestLast = new ArrayList<>();

    /** Starts empty. */
    public DatedTable() {}

    @Override
    public void add(R row) {
        super.add(row);
        insert(oldestFirst, row, upwards);
        insert(newestLast, row, downwards);
    }

    /**
     * Puts a changed row in the place of the old one, which must have the same date.
     *
     * @param row the row as it is now
     */
    @Override
    public void replace(R row) {
        super.replace(row);
        oldestFirst.set(Collections.binarySearch(oldestFirst, row, upwards), row);
        newestLast.set(Collections.binarySearch(newestLast, row, downwards), row);
    }

    @Override
    public void remove(long id) {
        R row = get(id);
        super.remove(id);
        oldestFirst.remove(Collections.binarySearch(oldestFirst, row, upwards));
        newestLast.remove(Collections.binarySearch(newestLast, row, downwards));
    }

    /**
     * Returns all rows by date.
     *
     * @return a view; rows of one date by ascending id
     */
    public List<R> oldestFirst() {
        return Collections.unmodifiableList(oldestFirst);
    }

    /**
     * Returns all rows by date, the other way round.
     *
     * @return a view; rows of one date again by ascending id
     */
    public List<R> newestFirst() {
        return new Reversed<>(newestLast);
    }

    /**
     * Returns the rows of some time, the newest first and of one date those that were made last.
     *
     * @param earliest the first date, in microseconds
     * @param latest the last date, inclusive
     * @return the rows
     */
    public Stream<R> between(long earliest, long latest) {
        int from = place(earliest);
        int to = latest == Long.MAX_VALUE ? oldestFirst.size() : place(latest + 1);
        return IntStream.range(0, Math.max(0, to - from)).mapToObj(i -> oldestFirst.get(to - 1 - i));
    }

    /** Where the rows of a date begin, or would. */
    private int place(long date) {
        int low = 0;
        int high = oldestFirst.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (oldestFirst.get(middle).date() < date) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void insert(List<R> list, R row, Comparator<R> order) {
        if (list.isEmpty() || order.compare(list.get(list.size() - 1), row) < 0) {
            list.add(row);
            return;
        }
        list.add(-Collections.binarySearch(list, row, order) - 1, row);
    }
}
