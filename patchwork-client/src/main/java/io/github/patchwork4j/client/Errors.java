package io.github.patchwork4j.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Makes the exception of an answer that is an error. */
final class Errors {
    private static final long MAX_BODY = 1 << 20;

    /** Words of 403 answers of Patchwork 3.x, which never sends a 401, that are about who is asking. */
    private static final List<String> ABOUT_CREDENTIALS = List.of(
            "Authentication credentials were not provided",
            "Invalid token",
            "User inactive or deleted",
            "Invalid username/password",
            "Invalid basic header",
            "CSRF Failed");

    private Errors() {}

    /** Names a request in messages. Credentials are in none of its parts. */
    static String name(Request request) {
        return request.method() + " " + request.url();
    }

    static ApiException of(Response response, ResponseBody body) throws IOException {
        String request = name(response.request());
        int status = response.code();
        boolean html = !JsonConverters.isJson(body.contentType());
        if (html && (status < 300 || status == 401 || status == 403)) {
            return unexpected(request, status, body);
        }
        ErrorBody said = html ? ErrorBody.EMPTY : ErrorBodyReader.read(read(body));
        Duration wait = RetryAfter.of(response, Instant.ofEpochMilli(response.receivedResponseAtMillis()))
                .orElse(null);
        ErrorAnswer answer = new ErrorAnswer(status, request, said, note(response, body, wait), wait);
        return switch (status) {
            case 400, 422 -> new BadRequestException(answer);
            case 401 -> new AuthenticationException(answer);
            case 403 ->
                isAboutCredentials(said.detail())
                        ? new AuthenticationException(answer)
                        : new PermissionException(answer);
            case 404 -> new NotFoundException(answer);
            case 409 -> new ConflictException(answer);
            case 429 -> new RateLimitException(answer);
            default -> status >= 500 ? new ServerException(answer) : redirectOrOther(response, answer);
        };
    }

    static UnexpectedContentException unexpected(String request, int status, ResponseBody body) throws IOException {
        return unexpected(request, status, JsonConverters.contentType(body), JsonConverters.start(body));
    }

    static UnexpectedContentException unexpected(String request, int status, String contentType, String start) {
        String note = "the answer is " + (contentType.isEmpty() ? "of no told type" : contentType)
                + ", as from a proxy, a login page or a wall against bots";
        return new UnexpectedContentException(
                new ErrorAnswer(status, request, ErrorBody.EMPTY, note, null), contentType, start);
    }

    /** Patchwork 4.0 answers addresses that it does not know with redirects to ever longer ones. */
    private static ApiException redirectOrOther(Response response, ErrorAnswer answer) {
        String location = response.header("Location", "");
        boolean nowhere = location.startsWith("/") && location.contains("/api/");
        return nowhere ? new NotFoundException(answer) : new ApiException(answer);
    }

    private static boolean isAboutCredentials(String detail) {
        return ABOUT_CREDENTIALS.stream().anyMatch(detail::startsWith);
    }

    private static String note(Response response, ResponseBody body, @Nullable Duration wait) throws IOException {
        String location = response.header("Location");
        if (response.code() / 100 == 3 && location != null) {
            return "the server redirects to " + location;
        }
        if (wait != null) {
            return "the server asks to be left alone for " + wait.toSeconds() + " s";
        }
        if (JsonConverters.isJson(body.contentType())) {
            return "";
        }
        if (response.code() == 404 && response.request().url().pathSegments().contains("api")) {
            return "the server does not know this address: does it serve this version of the API?";
        }
        boolean plain = JsonConverters.contentType(body).startsWith("text/plain");
        return plain ? JsonConverters.start(body).strip().replaceAll("\\s+", " ") : "";
    }

    private static Buffer read(ResponseBody body) throws IOException {
        Buffer buffer = new Buffer();
        body.source().request(MAX_BODY);
        buffer.write(
                body.source().getBuffer(),
                Math.min(MAX_BODY, body.source().getBuffer().size()));
        return buffer;
    }
}
