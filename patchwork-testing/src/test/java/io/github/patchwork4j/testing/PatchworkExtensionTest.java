package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PatchworkTest(world = "/worlds/odd.json")
class PatchworkExtensionTest {
    private final OkHttpClient client = new OkHttpClient();

    @BeforeEach
    void seesTheSameServerBeforeTheTest(FakePatchwork patchwork) {
        assertThat(patchwork.port()).isPositive();
    }

    @Test
    void startsWithTheWorldOfTheClass(FakePatchwork patchwork) throws IOException {
        assertThat(get(patchwork, "api/1.4/projects/1/")).contains("\"Alpha\"");
    }

    @Test
    @PatchworkTest
    void startsWithTheWorldOfTheMethod(FakePatchwork patchwork) throws IOException {
        assertThat(get(patchwork, "api/1.4/projects/")).isEqualTo("[]");
    }

    @Test
    void givesTheSameServerTwice(FakePatchwork one, FakePatchwork other) {
        assertThat(one).isSameAs(other);
    }

    private String get(FakePatchwork patchwork, String path) throws IOException {
        Request request =
                new Request.Builder().url(patchwork.url().resolve("/" + path)).build();
        try (Response response = client.newCall(request).execute()) {
            return response.body().string();
        }
    }
}
