package io.github.patchwork4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @Test
    void aMessageIdIsTheSameWithAndWithoutBrackets() {
        MessageId bare = MessageId.of("a/b+c=d%e@odd.example.com");
        MessageId bracketed = MessageId.of(" <a/b+c=d%e@odd.example.com>");

        assertThat(bare).isEqualTo(bracketed).hasSameHashCodeAs(bracketed);
        assertThat(bare.bracketed()).isEqualTo("<a/b+c=d%e@odd.example.com>");
        assertThat(bracketed.value()).isEqualTo("a/b+c=d%e@odd.example.com");
        assertThat(bracketed.urlEncoded()).isEqualTo("a%2Fb%2Bc%3Dd%25e%40odd.example.com");
    }

    @Test
    void messageIdsDifferInCase() {
        assertThat(MessageId.of("<A@example.com>")).isNotEqualTo(MessageId.of("<a@example.com>"));
    }

    @Test
    void aMessageIdKeepsTheTextItWasMadeOf() {
        assertThat(MessageId.of("<a@example.com>")).hasToString("<a@example.com>");
        assertThat(MessageId.of("no brackets at all")).hasToString("no brackets at all");
        assertThat(MessageId.of("ünï@example.com").urlEncoded()).isEqualTo("%C3%BCn%C3%AF%40example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<>"})
    void aMessageIdWithNothingInItIsRefused(String text) {
        assertThatThrownBy(() -> MessageId.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void aStateIsTheSameAsNameAndAsSlug() {
        PatchState name = PatchState.of("Under Review");

        assertThat(name).isEqualTo(PatchState.UNDER_REVIEW).hasSameHashCodeAs(PatchState.UNDER_REVIEW);
        assertThat(name.slug()).isEqualTo("under-review");
        assertThat(PatchState.of("under-review").words()).isEqualTo("under review");
        assertThat(name).hasToString("Under Review");
    }

    @Test
    void aStateOfThisInstallationOnlyIsAState() {
        assertThat(PatchState.of("needs-ack").slug()).isEqualTo("needs-ack");
        assertThatThrownBy(() -> PatchState.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void versionsAreOrderedByTheirNumbers() {
        assertThat(ApiVersion.of("1.10")).isGreaterThan(ApiVersion.V1_4);
        assertThat(ApiVersion.of("1.2").isAtLeast(ApiVersion.V1_2)).isTrue();
        assertThat(ApiVersion.V1_1.isAtLeast(ApiVersion.V1_2)).isFalse();
        assertThat(ApiVersion.V1_3).hasToString("1.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", ".2", "1.2.3", "1.x", "-1.2", "v1.2", "1.-2"})
    void whatIsNoVersionIsRefused(String text) {
        assertThatThrownBy(() -> ApiVersion.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void headersAreFoundInAnyCaseAndStayInOrder() {
        Headers headers = Headers.builder()
                .add("Received", "from a")
                .add("From", "Alice <alice@example.com>")
                .add("Received", "from b")
                .build();

        assertThat(headers.all("received")).containsExactly("from a", "from b");
        assertThat(headers.first("FROM")).hasValue("Alice <alice@example.com>");
        assertThat(headers.first("To")).isEmpty();
        assertThat(headers.asMap().keySet()).containsExactly("Received", "From");
        assertThatThrownBy(() -> headers.asMap().put("To", List.of()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aHeaderWithoutAValueIsRefused() {
        assertThatThrownBy(() -> Headers.of(Map.of("To", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("To");
    }
}
