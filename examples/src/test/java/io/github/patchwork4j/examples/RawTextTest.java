package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawTextTest {
    @Test
    void bytesComeOutAsTheyWentIn() throws IOException {
        byte[] pieces = "a\u00e9\u6f22\ud83d\ude00\n".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(20)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(3) == 0 ? (byte) random.nextInt(256) : pieces[(i + round) % pieces.length];
            }
            String text = RawText.of(Bytes.of(bytes));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Writer writer = RawText.writer(out)) {
                int cut = random.nextInt(text.length() + 1);
                writer.write(text, 0, cut);
                writer.write(text, cut, text.length() - cut);
            }

            assertThat(out.toByteArray()).isEqualTo(bytes);
        }
    }

    @Test
    void textIsItself() {
        assertThat(RawText.of(Bytes.ofUtf8("gr\u00fc\u00dfe \ud83d\ude00"))).isEqualTo("gr\u00fc\u00dfe \ud83d\ude00");
        assertThat(RawText.of(Bytes.of(new byte[] {'x', (byte) 0xe9}))).isEqualTo("x\udce9");
    }
}
