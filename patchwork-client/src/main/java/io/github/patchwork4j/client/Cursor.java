package io.github.patchwork4j.client;

/**
 * Where a walk through a list goes on: a page, and the size that pages have.
 *
 * <p>Its text can be stored and read back. Pages are counted by the server at each request, so what was added to a list
 * or taken out of it in between shifts them.
 *
 * @param page the number of the page, from 1
 * @param pageSize how many rows a page has
 */
public record Cursor(int page, int pageSize) {
    /**
     * Makes a cursor.
     *
     * @param page the number of the page, from 1
     * @param pageSize how many rows a page has, from 1 to 250
     * @throws IllegalArgumentException if a number is out of range
     */
    public Cursor {
        if (page < 1) {
            throw new IllegalArgumentException("page must be at least 1: " + page);
        }
        if (pageSize < 1 || pageSize > Paged.MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("page size must be from 1 to " + Paged.MAX_PAGE_SIZE + ": " + pageSize);
        }
    }

    /**
     * Reads a cursor from what {@link #toString()} wrote.
     *
     * @param text the text
     * @return the cursor
     * @throws IllegalArgumentException if the text is no cursor's
     */
    public static Cursor parse(String text) {
        int slash = text.indexOf('/');
        try {
            return new Cursor(
                    Integer.parseInt(text, 0, slash, 10), Integer.parseInt(text, slash + 1, text.length(), 10));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no cursor: \"" + text + "\"", e);
        }
    }

    Cursor next() {
        return new Cursor(page + 1, pageSize);
    }

    /** Returns the cursor as text for {@link #parse(String)}. */
    @Override
    public String toString() {
        return page + "/" + pageSize;
    }
}
