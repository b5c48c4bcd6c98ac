package io.github.patchwork4j.client;

/** A download is larger than the program wants to take; the rest of it was not read. */
public final class DownloadTooLargeException extends PatchworkException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    DownloadTooLargeException(String request, long limit, String found) {
        super(request + ": " + found + ", and no more than " + limit + " bytes are wanted", null);
        this.limit = limit;
    }

    /**
     * {@return how many bytes the program would have taken}
     */
    public long limit() {
        return limit;
    }
}
