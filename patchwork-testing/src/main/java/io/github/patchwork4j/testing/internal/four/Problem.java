package io.github.patchwork4j.testing.internal.four;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that says no, in the shape of {@code application/problem+json}. */
final class Problem extends RuntimeException {
    static final String TYPE = "application/problem+json";

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;
    private final transient List<Map<String, Object>> errors;

    private Problem(int status, String detail, List<Map<String, Object>> errors) {
        super(status + " " + detail);
        this.status = status;
        this.detail = detail;
        this.errors = errors;
    }

    static Problem of(int status, String detail) {
        return new Problem(status, detail, List.of());
    }

    static Problem notLoggedIn() {
        return of(401, "Authentication required.");
    }

    static Problem notPermitted() {
        return of(403, "You do not have permission to perform this action.");
    }

    static Problem notFound() {
        return of(404, "Not found.");
    }

    /** Says that the server fails. */
    static Problem internal() {
        return of(500, "Internal error.");
    }

    /** Says that a body is no JSON. */
    static Problem noJson(String why) {
        return new Problem(400, "validation failed", List.of(new Fault(why, "body", null).members()));
    }

    int status() {
        return status;
    }

    /** Returns the members of the answer, without those that every object has. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("title", title());
        members.put("status", status);
        members.put("detail", detail);
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        return members;
    }

    private String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 413 -> "Request Entity Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Entity";
            default -> "Internal Server Error";
        };
    }

    /**
     * What is wrong with one value.
     *
     * @param message what is wrong, or null if the server does not say
     * @param location where it stood, such as {@code query.page}
     * @param value what was sent
     */
    private record Fault(
            @Nullable String message,
            String location,
            @Nullable Object value) {

        Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            if (message != null) {
                members.put("message", message);
            }
            members.put("location", location);
            if (value != null) {
                members.put("value", value);
            }
            return members;
        }
    }

    /** Gathers what is wrong with a request, since all of it is told at once. */
    static final class Faults {
        private final List<Map<String, Object>> errors = new ArrayList<>();

        void add(@Nullable String message, String location, @Nullable Object value) {
            errors.add(new Fault(message, location, value).members());
        }

        /** Refuses the request if anything is wrong with it. */
        void finish() {
            if (!errors.isEmpty()) {
                throw new Problem(422, "validation failed", List.copyOf(errors));
            }
        }
    }
}
