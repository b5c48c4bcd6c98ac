package io.github.patchwork4j.testing.internal.state;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list read from its end, without a copy.
 *
 * @param <E> the kind of element
 */
public final class Reversed<E> extends AbstractList<E> implements RandomAccess {
    private final List<E> list;

    /**
     * Wraps a list.
     *
     * @param list a list with fast access by index
     */
    public Reversed(List<E> list) {
        this.list = list;
    }

    @Override
    public E get(int index) {
        return list.get(list.size() - 1 - index);
    }

    @Override
    public int size() {
        return list.size();
    }
}
