package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8000/, true",
        "http://127.0.0.1/, true",
        "http://127.1.2.3:8080/patchwork, true",
        "http://[::1]/, true",
        "http://127.example.org/, false",
        "http://localhost.example.org/, false",
        "https://patchwork.example.org/, false"
    })
    void aServerIsOnThisMachineIfItsAddressCanBeNoOther(String url, boolean here) {
        assertThat(ServerAddress.of(url).isHere()).isEqualTo(here);
    }

    @ParameterizedTest
    @CsvSource({
        "https://patchwork.example.org/api/1.3/patches/, true",
        "https://PATCHWORK.example.org:443/elsewhere/, true",
        "http://patchwork.example.org/patchwork/, false",
        "https://patchwork.example.org:8443/patchwork/, false",
        "https://mirror.patchwork.example.org/patchwork/, false",
        "https://patchwork.example.org.example.com/patchwork/, false"
    })
    void credentialsMayGoToTheSameSchemeHostAndPortOnly(String url, boolean own) {
        assertThat(ServerAddress.of("https://patchwork.example.org/patchwork/").isOriginOf(HttpUrl.get(url)))
                .isEqualTo(own);
    }
}
