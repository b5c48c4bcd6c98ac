package io.github.patchwork4j.testing.internal.body;

/** A body that cannot be read. */
public final class BadBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;

    BadBody(int status, String detail) {
        super(status + " " + detail);
        this.status = status;
        this.detail = detail;
    }

    /**
     * Returns the status of the answer.
     *
     * @return 400 or 415
     */
    public int status() {
        return status;
    }

    /**
     * Returns what is wrong.
     *
     * @return a sentence
     */
    public String detail() {
        return detail;
    }
}
