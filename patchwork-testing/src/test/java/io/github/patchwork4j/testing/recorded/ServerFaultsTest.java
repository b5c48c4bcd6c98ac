package io.github.patchwork4j.testing.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.FakePatchworkBuilder;
import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.recorded.RawClient.RawAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of request that a real server fails on: with status 500 if asked for, else as a test that fails and tells why. */
class ServerFaultsTest {
    private static final String MAINT = "Token 7f00ccd08c8e886d615b824406551b3ba44b8b9f";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET | /api/1.3/patches/?since=2026-03-02T08:01:00Z | | value that the database refuses",
                "GET | /api/1.3/events/?before=2026-03-02T08:01:00%2B00:00 | | value that the database refuses",
                "GET | /api/1.3/covers/?series=1 | | value that the database refuses",
                "GET | /api/1.3/series/?order=received_all | | cannot be ordered by received_all",
                "GET | /api/1.3/projects/?order=link_name | | cannot be ordered by link_name",
                "GET | /api/1.3/projects/?order=-list_id | | cannot be ordered by list_id",
                "GET | /api/1.3/patches/1/comments/?order=subject | | cannot be ordered by subject",
                "GET | /api/1.3/covers/1/comments/?order=subject | | cannot be ordered by subject",
                "GET | /api/1.3/projects/?q=core | | search",
                "GET | /api/1.3/patches/1/comments/?q=x | | search",
                "GET | /api/1.3/covers/1/comments/?q=x | | search",
                "GET | /api/1.3/patches/9223372036854775808/ | | no room for the id",
                "GET | /api/1.3/patches/?series=9223372036854775808 | | value that the database refuses",
                "GET | /series/9223372036854775808/mbox/ | | no room for the id",
                "GET | /project/core/patch/nobody-1@alice.example.com/mbox/?series=1 | | patch 27 has no series",
                "PUT | /api/1.3/patches/1/comments/1/ | {} | comments cannot be PUT",
                "PUT | /api/1.3/covers/1/comments/1/ | {} | comments cannot be PUT",
                "PATCH | /api/1.3/patches/5/ | {\"state\": 1} | a state must be a text",
                "PATCH | /api/1.3/patches/5/ | {\"state\": true} | a state must be a text",
                "PATCH | /api/1.3/patches/5/ | {\"state\": []} | a state must be a text",
                "PATCH | /api/1.3/patches/5/ | {\"state\": {}} | a state must be a text",
                "PATCH | /api/1.3/users/1/ | {\"settings\": {\"items_per_page\": -1}} | refuses -1 items per page",
                "POST | /api/1.3/bundles/ | {\"name\": \"to-merge\", \"patches\": [5]} | another bundle of the name to-merge",
                "POST | /api/1.3/bundles/ | {\"name\": \"a/b\", \"patches\": [5]} | a slash in its name: a/b",
                "PATCH | /api/1.3/bundles/1/ | {\"name\": \"a/b\"} | a slash in its name: a/b",
            })
    void isTold(String method, String path, String body, String reason) throws IOException {
        FakePatchwork strict = world().start();
        RawAnswer refused = send(strict, method, path, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("a real server would fail with status 500", reason);
        if (body != null) {
            Path after = folder.resolve("after.json");
            strict.save(after);
            assertThat(Json.parse(Files.readString(after))).isEqualTo(Recordings.read("world.json"));
        }
        assertThatThrownBy(strict::close).isInstanceOf(AssertionError.class).hasMessageContaining(method);

        try (FakePatchwork real = world().realFaults().lenient().start()) {
            assertThat(send(real, method, path, body).status()).isEqualTo(500);
        }
    }

    private static FakePatchworkBuilder world() throws IOException {
        try (InputStream world = Recordings.world()) {
            return FakePatchwork.builder().world(world).libraries(LibraryStack.DJANGO_3_2);
        }
    }

    private static RawAnswer send(FakePatchwork fake, String method, String target, String body) throws IOException {
        Map<String, String> headers =
                Map.of("Authorization", MAINT, "Content-Type", "application/json", "User-Agent", "faults/1");
        ByteString sent = body == null ? ByteString.EMPTY : ByteString.encodeUtf8(body);
        return new RawClient(fake.port()).send(method, target, headers, sent);
    }
}
