package io.github.patchwork4j.testing.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.internal.state.World;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class SiteDispatcherTest {

    @Test
    void keepsNoRequestInMemory() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new SiteDispatcher(new Site(new World(), Clock.systemUTC()), server));
            server.start();
            for (int i = 0; i < 5; i++) {
                Request request = new Request.Builder().url(server.url("/api/")).build();
                try (Response response = new OkHttpClient().newCall(request).execute()) {
                    assertThat(response.code()).isEqualTo(200);
                }
            }
            assertThat(server.getRequestCount()).isEqualTo(5);
            assertThat(server.takeRequest(0, TimeUnit.MILLISECONDS)).isNull();
        }
    }
}
