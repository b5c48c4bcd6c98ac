package io.github.patchwork4j.mbox.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedMemoryTest {
    @Test
    @Timeout(120)
    void anArchiveBeyondTwoGibibytesStreamsThroughSixtyFourMegabytes() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-Xmx64m", "-cp", System.getProperty("java.class.path"), LargeArchive.class.getName())
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        int exit = process.waitFor();

        int block = LargeArchive.block().length;
        long blocks = (LargeArchive.BYTES + block - 1) / block;
        long largeMail = (2 << 20) + 64;
        assertThat(exit).as(answer).isZero();
        assertThat(answer).isEqualTo(501 * blocks + " " + (blocks * block - largeMail) + " " + blocks);
    }
}
