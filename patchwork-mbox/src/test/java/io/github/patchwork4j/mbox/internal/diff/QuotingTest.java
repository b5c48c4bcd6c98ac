package io.github.patchwork4j.mbox.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotingTest {
    @Test
    void takesBackWhatItHasQuoted() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        byte[] quoted = Quoting.quote(all).getBytes(StandardCharsets.US_ASCII);

        assertThat(Quoting.end(quoted, 0, quoted.length)).isEqualTo(quoted.length);
        assertThat(Quoting.unquote(quoted, 0, quoted.length)).isEqualTo(all);
    }

    @Test
    void quotesOnlyWhatNeedsIt() {
        assertThat(Quoting.quote("a b'~$.c".getBytes(StandardCharsets.UTF_8))).isEqualTo("a b'~$.c");
        assertThat(Quoting.quote("\u0007\t\"é\u007f".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("\"\\a\\t\\\"\\303\\251\\177\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a", "\"a\\", "\"a\\\"", "\"\\q\"", "\"\\400\"", "\"\\08\"", "\"\\12\""})
    void knowsWhatIsNotQuoted(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(Quoting.end(bytes, 0, bytes.length)).isEqualTo(-1);
    }
}
