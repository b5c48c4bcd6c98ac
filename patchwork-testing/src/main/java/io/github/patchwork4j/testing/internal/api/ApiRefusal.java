package io.github.patchwork4j.testing.internal.api;

/** An answer that says no; this is the one place where the wording of the common ones stands. */
final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;

    ApiRefusal(int status, String detail) {
        super(status + " " + detail);
        this.status = status;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    /** Returns the text of the member {@code detail}. */
    String detail() {
        return detail;
    }

    static ApiRefusal notFound() {
        return new ApiRefusal(404, "Not found.");
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
