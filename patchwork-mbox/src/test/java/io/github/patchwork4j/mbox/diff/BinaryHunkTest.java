package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class BinaryHunkTest {
    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
    private static final String HEAD =
            "diff --git a/x b/x\nindex " + "1".repeat(40) + ".." + "2".repeat(40) + " 100644\nGIT binary patch\n";

    @Test
    void decodesBothSidesOfARecordedPatch() throws IOException {
        Bytes text = Bytes.of(Files.readAllBytes(Path.of("src/test/resources/diffs/81-binary-literal.diff")));
        Diff diff = Diff.parse(text);
        BinaryPatch patch = diff.files().get(0).binaryPatch().orElseThrow();

        byte[] old = new byte[256];
        for (int i = 0; i < old.length; i++) {
            old[i] = (byte) i;
        }
        assertThat(patch.reverse().orElseThrow().decode().bytes()).contains(Bytes.of(old));
        assertThat(patch.forward().decode().bytes().orElseThrow().length()).isEqualTo(512);
        assertThat(diff.files()).extracting(FileDiff::numstat).containsExactly("-\t-\tcup.bin", "1\t1\tcup");
    }

    @Test
    void appliesDeltas() {
        byte[] delta = {10, 12, (byte) 0x90, 4, 3, 'x', 'y', 'z', (byte) 0x91, 5, 5};
        BinaryHunk hunk = forward(HEAD + encoded("delta", delta) + "\n");

        assertThat(hunk.method()).isEqualTo(BinaryHunk.Method.DELTA);
        assertThat(hunk.applyTo(Bytes.ofUtf8("abcdefghij")).bytes()).contains(Bytes.ofUtf8("abcdxyzfghij"));
        assertThat(hunk.applyTo(Bytes.ofUtf8("too short"))
                        .problem()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Diagnostic.Kind.CORRUPT_DIFF);
    }

    @Test
    void refusesDeltasThatCopyWhatIsNotThere() {
        byte[] delta = {4, 8, (byte) 0x91, 2, 8};
        BinaryHunk hunk = forward(HEAD + encoded("delta", delta) + "\n");

        assertThat(hunk.applyTo(Bytes.ofUtf8("abcd")).bytes()).isEmpty();
    }

    @Test
    void inflatesNoMoreThanTheLimit() {
        String text = HEAD + encoded("literal", new byte[5_000_000]) + "\n";
        DiffOptions options = DiffOptions.DEFAULT.withLimits(
                Limits.builder().maxBinaryBytes(1_000_000).build());
        Diff diff = Diff.parse(Bytes.ofUtf8(text), options);

        DecodedBinary decoded =
                diff.files().get(0).binaryPatch().orElseThrow().forward().decode();

        assertThat(decoded.bytes()).isEmpty();
        assertThat(decoded.problem().orElseThrow().kind()).isEqualTo(Diagnostic.Kind.LIMIT_EXCEEDED);
    }

    @Test
    void inflatesNoMoreThanWasPromised() {
        String text = HEAD + encoded("literal", new byte[5_000_000]).replace("literal 5000000", "literal 5") + "\n";

        assertThat(forward(text).decode().problem().orElseThrow().kind()).isEqualTo(Diagnostic.Kind.CORRUPT_DIFF);
    }

    @Test
    void reportsWhatIsNoBase85() {
        String text = HEAD + "literal 4\nD\"\"\"\"\"\n\n";

        assertThat(forward(text).decode().problem().orElseThrow().message()).contains("base 85");
    }

    private static BinaryHunk forward(String text) {
        return Diff.parse(Bytes.ofUtf8(text))
                .files()
                .get(0)
                .binaryPatch()
                .orElseThrow()
                .forward();
    }

    static String encoded(String method, byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            deflated.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return method + " " + data.length + "\n" + base85(deflated.toByteArray());
    }

    private static String base85(byte[] data) {
        StringBuilder lines = new StringBuilder();
        for (int from = 0; from < data.length; from += 52) {
            byte[] line = Arrays.copyOfRange(data, from, Math.min(from + 52, data.length));
            lines.append((char) (line.length <= 26 ? 'A' + line.length - 1 : 'a' + line.length - 27));
            byte[] padded = Arrays.copyOf(line, (line.length + 3) / 4 * 4);
            for (int i = 0; i < padded.length; i += 4) {
                long word = 0;
                for (int b = 0; b < 4; b++) {
                    word = word << 8 | (padded[i + b] & 0xff);
                }
                for (long power = 85L * 85 * 85 * 85; power > 0; power /= 85) {
                    lines.append(ALPHABET.charAt((int) (word / power % 85)));
                }
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}
