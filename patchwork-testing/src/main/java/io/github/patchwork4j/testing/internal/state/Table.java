package io.github.patchwork4j.testing.internal.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind in the order of their ids, so that a page of an unfiltered list costs what the page costs.
 *
 * @param <R> the kind of row
 */
public class Table<R extends Row> {
    private final List<R> rows = new ArrayList<>();
    private long lastId = Row.NONE;

    /** Starts empty. */
    public Table() {}

    /**
     * Adds a row whose id is new; ids mostly grow, which makes this cheap.
     *
     * @param row the row
     * @throws IllegalArgumentException if the id is taken
     */
    public void add(R row) {
        int place = place(row.id());
        if (place >= 0) {
            throw new IllegalArgumentException("id " + row.id() + " is there twice: " + row);
        }
        rows.add(-place - 1, row);
        lastId = Math.max(lastId, row.id());
    }

    /**
     * Looks a row up.
     *
     * @param id any number
     * @return the row, or null
     */
    public @Nullable R find(long id) {
        int place = place(id);
        return place < 0 ? null : rows.get(place);
    }

    /**
     * Looks up a row that another row refers to.
     *
     * @param id the id in the other row
     * @return the row
     * @throws NoSuchElementException if there is none, which means that the world was not consistent
     */
    public R get(long id) {
        R row = find(id);
        if (row == null) {
            throw new NoSuchElementException(
                    "no row " + id + " in " + getClass().getSimpleName());
        }
        return row;
    }

    /**
     * Looks several rows up.
     *
     * @param ids ids that exist
     * @return the rows, in the order of the ids
     */
    public List<R> get(List<Long> ids) {
        return ids.stream().map(this::get).toList();
    }

    /**
     * Returns all rows.
     *
     * @return a view, by ascending id
     */
    public List<R> all() {
        return Collections.unmodifiableList(rows);
    }

    /**
     * Returns the highest id ever given, also to rows that are gone.
     *
     * @return {@link Row#NONE} if there never was a row
     */
    public long lastId() {
        return lastId;
    }

    /**
     * Tells that ids up to this one were given before.
     *
     * @param id the highest of them
     */
    public void reserve(long id) {
        lastId = Math.max(lastId, id);
    }

    /**
     * Puts a changed row in the place of the old one.
     *
     * @param row the row as it is now
     * @throws NoSuchElementException if there is no row of its id
     */
    public void replace(R row) {
        int place = place(row.id());
        if (place < 0) {
            throw new NoSuchElementException("no row to replace with " + row);
        }
        rows.set(place, row);
    }

    /**
     * Deletes a row; its id stays used.
     *
     * @param id the id of a row that is there
     */
    public void remove(long id) {
        get(id);
        rows.remove(place(id));
    }

    private int place(long id) {
        if (rows.isEmpty() || rows.get(rows.size() - 1).id() < id) {
            return -rows.size() - 1;
        }
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compare(rows.get(middle).id(), id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
