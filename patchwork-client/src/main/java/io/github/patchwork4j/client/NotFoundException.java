package io.github.patchwork4j.client;

/** There is no such object, page or address, or none that these credentials may see: status 404. */
public final class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    NotFoundException(ErrorAnswer answer) {
        super(answer);
    }

    /** Returns the same with something more to say. */
    NotFoundException with(String note) {
        return new NotFoundException(answer().with(note));
    }
}
