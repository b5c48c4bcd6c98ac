package io.github.patchwork4j.client;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Walks through a list on the thread that asks for the pages. */
final class PageIterator<T> implements Iterator<Page<T>> {
    private final PageWalk<T> walk;
    private final PageReader<T> reader;
    private Optional<Page<T>> ready = Optional.empty();

    PageIterator(PageWalk<T> walk, PageReader<T> reader) {
        this.walk = walk;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            Optional<Cursor> wanted = walk.wanted();
            if (wanted.isEmpty()) {
                reader.cancel();
                return false;
            }
            Cursor cursor = wanted.get();
            ready = walk.accept(cursor, reader.fetch(cursor, walk.last(cursor)));
        }
        return true;
    }

    @Override
    public Page<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Page<T> page = ready.orElseThrow();
        ready = Optional.empty();
        return page;
    }
}
