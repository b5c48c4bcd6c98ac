package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.patchwork4j.client.Recordings.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorsTest extends WithServer {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

    private PatchworkClient client;

    @BeforeEach
    void start() {
        client = builder()
                .retries(Retries.NONE)
                .credentials(Credentials.token(TOKEN))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    static Stream<Exchange> recordedErrors() {
        return Recordings.ofTheApi()
                .filter(exchange ->
                        exchange.status() >= 400 && !exchange.method().equals("HEAD"));
    }

    @ParameterizedTest
    @MethodSource("recordedErrors")
    void everyRecordedErrorIsTypedAndNothingItSaysIsLost(Exchange exchange) {
        server.enqueue(new MockResponse.Builder()
                .code(exchange.status())
                .addHeader("Content-Type", exchange.headers().getOrDefault("Content-Type", "text/html"))
                .body(exchange.bodyText())
                .build());

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> client.patches().get(7));

        assertThat(e.status()).isEqualTo(exchange.status());
        assertThat(e).isInstanceOf(expected(exchange));
        assertThat(e).hasMessageStartingWith("GET " + server.url("/api/1.3/patches/7/") + ": status ");
        if (exchange.isJson()) {
            texts(exchange.body()).forEach(text -> assertThat(e).hasMessageContaining(text));
        }
    }

    static Class<? extends ApiException> expected(Exchange exchange) {
        return switch (exchange.status()) {
            case 400 -> BadRequestException.class;
            case 403 -> {
                if (!exchange.isJson()) {
                    yield UnexpectedContentException.class;
                }
                yield exchange.bodyText().contains("You do not have permission")
                                || exchange.bodyText().contains("not maintaining")
                        ? PermissionException.class
                        : AuthenticationException.class;
            }
            case 404 -> NotFoundException.class;
            case 409 -> ConflictException.class;
            case 500 -> ServerException.class;
            default -> ApiException.class;
        };
    }

    private static Stream<String> texts(Object body) {
        if (body instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(ErrorsTest::texts);
        }
        if (body instanceof List<?> list) {
            return list.stream().flatMap(ErrorsTest::texts);
        }
        return Stream.of(String.valueOf(body));
    }

    @Test
    void fieldErrorsAreToldByField() {
        server.enqueue(json(400, "{\"state\":[\"Invalid state.\"],\"settings\":{\"items_per_page\":[\"A\",\"B\"]}}"));

        BadRequestException e = catchThrowableOfType(
                BadRequestException.class, () -> client.patches().get(7));

        assertThat(e.fieldErrors())
                .containsOnly(
                        Map.entry("state", List.of("Invalid state.")),
                        Map.entry("settings.items_per_page", List.of("A", "B")));
        assertThat(e.detail()).isEmpty();
    }

    /** As long as this nobody waits unless told to, so whoever gets the exception has to know. */
    @Test
    void howLongToLeaveTheServerAloneIsTold() {
        server.enqueue(
                json(429, "{}").newBuilder().addHeader("Retry-After", "3600").build());
        server.enqueue(json(503, "{}")
                .newBuilder()
                .addHeader("Date", "Mon, 02 Mar 2026 10:00:00 GMT")
                .addHeader("Retry-After", "Mon, 02 Mar 2026 10:30:00 GMT")
                .build());
        server.enqueue(json(400, "{\"detail\":\"No.\"}"));

        RateLimitException limit = catchThrowableOfType(
                RateLimitException.class, () -> client.patches().get(7));
        assertThat(limit.retryAfter()).contains(Duration.ofHours(1));
        assertThat(limit).hasMessageEndingWith("status 429 (the server asks to be left alone for 3600 s)");
        ServerException down = catchThrowableOfType(
                ServerException.class, () -> client.patches().get(7));
        assertThat(down.retryAfter()).contains(Duration.ofMinutes(30));
        BadRequestException other = catchThrowableOfType(
                BadRequestException.class, () -> client.patches().get(7));
        assertThat(other.retryAfter()).isEmpty();
    }

    @Test
    void anErrorInPlainTextSaysWhatItSays() {
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .addHeader("Content-Type", "text/plain; charset=utf-8")
                .body("The fake is strict:\n  no such parameter\n")
                .build());

        assertThatThrownBy(() -> client.patches().get(7))
                .isInstanceOf(BadRequestException.class)
                .hasMessageEndingWith("status 400 (The fake is strict: no such parameter)");
    }

    @Test
    void fieldErrorsKeepTheirOrder() {
        server.enqueue(
                json(400, "{\"h\":[\"1\"],\"b\":[\"2\"],\"z\":[\"3\"],\"a\":[\"4\"],\"f\":[\"5\"],\"c\":[\"6\"]}"));

        assertThatThrownBy(() -> client.patches().get(7)).hasMessageContaining("h: 1; b: 2; z: 3; a: 4; f: 5; c: 6");
    }

    @Test
    void whatABodySaysBeforeItBreaksOffIsKept() {
        server.enqueue(json(403, "{\"detail\":\"Invalid token.\",\"x\":"));
        server.enqueue(
                json(422, "{\"detail\":\"validation failed\",\"errors\":[{\"message\":null,\"location\":null}]}"));

        assertThatThrownBy(() -> client.patches().get(7))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("Invalid token.");
        assertThatThrownBy(() -> client.patches().get(7)).hasMessageContaining("validation failed; body: is refused");
    }

    @Test
    void theProblemDetailsOfFourZeroAreRead() {
        server.enqueue(new MockResponse.Builder()
                .code(422)
                .addHeader("Content-Type", "application/problem+json")
                .body("{\"$schema\":\"https://x/api/schemas/ErrorModel.json\",\"title\":\"Unprocessable Entity\","
                        + "\"status\":422,\"detail\":\"validation failed\",\"errors\":[{\"message\":\"expected integer\","
                        + "\"location\":\"query.page\",\"value\":\"last\"},{\"location\":\"query.per_page\"}]}")
                .build());

        BadRequestException e = catchThrowableOfType(
                BadRequestException.class, () -> client.patches().get(7));

        assertThat(e.detail()).isEqualTo("validation failed");
        assertThat(e.fieldErrors())
                .containsOnly(
                        Map.entry("query.page", List.of("expected integer")),
                        Map.entry("query.per_page", List.of("is refused")));
    }

    @Test
    void credentialsThatFourZeroMissesAreToldApartFromRights() {
        server.enqueue(problem(401, "Authentication required."));
        server.enqueue(problem(403, "You do not have permission to perform this action."));

        assertThatThrownBy(() -> client.users().get(1)).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> client.users().get(1)).isInstanceOf(PermissionException.class);
    }

    @Test
    void anHtmlPageWhereJsonWasDueIsAnErrorOfItsOwn() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body("<html>Making sure you are not a bot!" + " ".repeat(1000))
                .build());

        UnexpectedContentException e = catchThrowableOfType(
                UnexpectedContentException.class, () -> client.patches().list().toList());

        assertThat(e.status()).isEqualTo(200);
        assertThat(e.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(e.start()).startsWith("<html>Making sure you are not a bot!").hasSize(500);
    }

    @Test
    void theEndlessRedirectsOfFourZeroMeanThatThereIsNothing() {
        server.enqueue(redirect(301, "/api/1.4/1.5/patches/7/"));

        assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRedirectIsNotFollowedButTold() {
        server.enqueue(redirect(301, "https://patchwork.example.org/api/1.3/patches/7/"));

        assertThatThrownBy(() -> client.patches().get(7))
                .isExactlyInstanceOf(ApiException.class)
                .hasMessageContaining("redirects to https://patchwork.example.org/api/1.3/patches/7/");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void busyAndBrokenServersAreToldApart() {
        server.enqueue(json(429, "{}"));
        server.enqueue(new MockResponse.Builder()
                .code(502)
                .addHeader("Content-Type", "text/html")
                .body("<h1>Bad gateway</h1>")
                .build());

        assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(RateLimitException.class);
        assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(ServerException.class);
    }

    @Test
    void brokenJsonIsNoFailureOfTheConnection() {
        server.enqueue(json(200, "{\"id\": nothing}"));
        server.enqueue(json(200, "{\"id\": 7}"));
        server.enqueue(json(200, "null"));

        assertThatThrownBy(() -> client.patches().get(7))
                .isInstanceOf(DecodeException.class)
                .hasMessageEndingWith("/api/1.3/patches/7/: malformed JSON at path $.id");
        assertThatThrownBy(() -> client.patches().get(7))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("messageId")
                .hasMessageContaining("submitter");
        assertThatThrownBy(() -> client.patches().get(7)).isInstanceOf(DecodeException.class);
    }

    @Test
    void aConnectionThatBreaksIsATransportException() {
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> client.patches().get(7))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("/api/1.3/patches/7/");
    }

    @Test
    void noMessageShowsTheToken() {
        server.enqueue(json(403, "{\"detail\":\"Invalid token.\"}"));

        AuthenticationException e = catchThrowableOfType(
                AuthenticationException.class, () -> client.patches().get(7));

        assertThat(e.toString()).doesNotContain(TOKEN);
        assertThat(Credentials.token(TOKEN).toString()).doesNotContain(TOKEN);
        assertThatThrownBy(() -> Credentials.token("se cret"))
                .satisfies(t -> assertThat(t.getMessage()).doesNotContain("se cret"));
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static MockResponse problem(int status, String detail) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/problem+json")
                .body("{\"status\":" + status + ",\"detail\":\"" + detail + "\"}")
                .build();
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build();
    }
}
