package io.github.patchwork4j.client;

/** The server sent a row that a filter of the list should have kept out. */
public final class IgnoredFilterException extends PatchworkException {
    private static final long serialVersionUID = 1L;

    private final String filter;
    private final String value;

    IgnoredFilterException(String filter, String value, String row) {
        super("the server did not filter by " + filter + " \"" + value + "\": it sent " + row, null);
        this.filter = filter;
        this.value = value;
    }

    /**
     * {@return the filter, as the query calls it}
     */
    public String filter() {
        return filter;
    }

    /**
     * {@return what it was set to}
     */
    public String value() {
        return value;
    }
}
