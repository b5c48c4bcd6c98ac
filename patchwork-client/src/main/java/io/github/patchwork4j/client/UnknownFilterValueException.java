package io.github.patchwork4j.client;

/** A list is empty because the server does not have what one of its filters names, perhaps for a typing error. */
public final class UnknownFilterValueException extends PatchworkException {
    private static final long serialVersionUID = 1L;

    private final String filter;
    private final String value;

    UnknownFilterValueException(String filter, String value) {
        super(
                "the list is empty because the server has no " + filter + " \"" + value + "\""
                        + (FilterValues.isId(value) ? "; a number is taken for an id, never for a name" : ""),
                null);
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
     * {@return what it names}
     */
    public String value() {
        return value;
    }
}
