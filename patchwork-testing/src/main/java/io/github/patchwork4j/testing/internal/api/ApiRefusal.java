package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.LibraryStack;

/** An answer that says no; this is the one place where the wording of the common ones stands. */
final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String NOT_FOUND = "Not found.";

    private final int status;
    private final String detail;
    private final String newDetail;

    ApiRefusal(int status, String detail) {
        this(status, detail, detail);
    }

    private ApiRefusal(int status, String detail, String newDetail) {
        super(status + " " + newDetail);
        this.status = status;
        this.detail = detail;
        this.newDetail = newDetail;
    }

    int status() {
        return status;
    }

    /** Returns the text of the member {@code detail}. */
    String detail(LibraryStack libraries) {
        return libraries.isNew() ? newDetail : detail;
    }

    /** Says that there is no such format. */
    static ApiRefusal notFound() {
        return new ApiRefusal(404, NOT_FOUND);
    }

    /** Says that there is no such object; which libraries the server runs on decides on the words. */
    static ApiRefusal notFound(String model) {
        return new ApiRefusal(404, NOT_FOUND, "No " + model + " matches the given query.");
    }

    static ApiRefusal invalidPage() {
        return new ApiRefusal(404, "Invalid page.");
    }

    static ApiRefusal notAcceptable() {
        return new ApiRefusal(406, "Could not satisfy the request Accept header.");
    }

    static ApiRefusal notAllowed(String method) {
        return new ApiRefusal(405, "Method \"" + method + "\" not allowed.");
    }

    static ApiRefusal badCredentials(String detail) {
        return new ApiRefusal(403, detail);
    }

    static ApiRefusal notLoggedIn() {
        return new ApiRefusal(403, "Authentication credentials were not provided.");
    }

    static ApiRefusal notPermitted() {
        return new ApiRefusal(403, "You do not have permission to perform this action.");
    }
}
