package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatchworkExtension.class)
class PatchworkExtensionWithoutAnnotationTest {

    @Test
    void startsWithAnEmptyWorld(FakePatchwork patchwork) throws IOException {
        Request request = new Request.Builder()
                .url(patchwork.url().resolve("/api/projects/"))
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            assertThat(response.body().string()).isEqualTo("[]");
        }
    }
}
