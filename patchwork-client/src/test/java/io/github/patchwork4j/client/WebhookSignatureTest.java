package io.github.patchwork4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    /** Test case 2 of RFC 4231. */
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

    private static final String SIGNATURE = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void theSignatureOfTheSecretIsTheOnlyOneThatIsGood() {
        WebhookSignature signature = WebhookSignature.of("Jefe");

        assertThat(signature.sign(BODY)).isEqualTo(SIGNATURE);
        assertThat(signature.isOf(SIGNATURE, BODY)).isTrue();
        assertThat(signature.isOf(null, BODY)).isFalse();
        assertThat(signature.isOf("", BODY)).isFalse();
        assertThat(signature.isOf(SIGNATURE.substring("sha256=".length()), BODY))
                .isFalse();
        assertThat(signature.isOf(SIGNATURE.replace("5bdc", "5bdd"), BODY)).isFalse();
        assertThat(signature.isOf(SIGNATURE + "00", BODY)).isFalse();
        assertThat(signature.isOf(SIGNATURE, new byte[0])).isFalse();
        assertThat(WebhookSignature.of("jefe").isOf(SIGNATURE, BODY)).isFalse();
    }

    @Test
    void theSecretIsUtf8() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(WebhookSignature.of("gehëim").sign(body))
                .isNotEqualTo(WebhookSignature.of("geh?im").sign(body))
                .matches("sha256=[0-9a-f]{64}");
    }

    @Test
    void withoutASecretThereIsNothingToCheck() {
        assertThatThrownBy(() -> WebhookSignature.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
