package io.github.patchwork4j.fuzzing;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.diff.BinaryPatch;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffOptions;
import io.github.patchwork4j.mbox.diff.FileDiff;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Decodes binary patches whose outside is right and whose inside is the fuzzer's: literals, deltas, deflated data. */
public final class BinaryTarget {
    private static final int BOUND = 1 << 20;
    private static final DiffOptions OPTIONS = DiffOptions.DEFAULT.withLimits(
            Limits.builder().maxBinaryBytes(BOUND).build());
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

    private BinaryTarget() {}

    /**
     * Called by the fuzzer.
     *
     * @param data a payload; the first byte tells what is made of it
     */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        Bytes payload = Bytes.of(data, 1, data.length - 1);
        switch (data[0] & 3) {
            case 0 -> literalComesBack(payload);
            case 1 -> deltaStaysInBounds(payload);
            case 2 -> deflatedIsAnything(payload, data[0] & 0xff);
            default -> linesAreAnything(payload);
        }
    }

    private static void literalComesBack(Bytes content) {
        BinaryPatch patch = patch("literal " + content.length() + "\n" + base85(deflate(content)));
        Promise.equal(patch.forward().decode().bytes().orElseThrow(), content, "literal");
        Promise.equal(patch.forward().applyTo(Bytes.EMPTY).bytes().orElseThrow(), content, "applied literal");
    }

    private static void deltaStaysInBounds(Bytes delta) {
        BinaryPatch patch = patch("delta " + delta.length() + "\n" + base85(deflate(delta)));
        Promise.equal(patch.forward().decode().bytes().orElseThrow(), delta, "delta");
        Bytes old = delta.slice(0, Math.min(delta.length(), 100));
        Promise.allocatesLinearly(
                delta.length() + BOUND,
                8,
                () -> patch.forward()
                        .applyTo(old)
                        .bytes()
                        .ifPresent(made ->
                                Promise.holds(made.length() <= BOUND, "a delta made " + made.length() + " bytes")));
    }

    private static void deflatedIsAnything(Bytes deflated, int size) {
        BinaryPatch patch = patch("literal " + size + "\n" + base85(deflated));
        patch.forward().decode().bytes().ifPresent(made -> Promise.equal(made.length(), size, "size"));
    }

    private static void linesAreAnything(Bytes lines) {
        String text = "diff --git a/x b/x\nindex 1..2\nGIT binary patch\nliteral 40\n" + lines.latin1();
        Bytes diff = Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
        for (FileDiff file : Diff.parse(diff, OPTIONS).files()) {
            file.binaryPatch().ifPresent(patch -> {
                patch.forward().decode();
                patch.reverse().ifPresent(reverse -> reverse.applyTo(lines));
            });
        }
    }

    private static BinaryPatch patch(String hunk) {
        Diff diff = Diff.parse(
                Bytes.ofUtf8("diff --git a/x b/x\nindex 1..2 100644\nGIT binary patch\n" + hunk + "\n"), OPTIONS);
        Promise.holds(diff.diagnostics().isEmpty(), diff.diagnostics() + " for " + hunk);
        return diff.files().get(0).binaryPatch().orElseThrow();
    }

    private static Bytes deflate(Bytes content) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content.toArray());
            deflater.finish();
            byte[] out = new byte[content.length() * 2 + 64];
            return Bytes.of(out, 0, deflater.deflate(out));
        } finally {
            deflater.end();
        }
    }

    /** Writes lines of up to 52 bytes, as git does. */
    private static String base85(Bytes data) {
        StringBuilder out = new StringBuilder();
        for (int from = 0; from < data.length(); from += 52) {
            int length = Math.min(52, data.length() - from);
            out.append((char) (length <= 26 ? 'A' + length - 1 : 'a' + length - 27));
            for (int i = 0; i < length; i += 4) {
                long word = 0;
                for (int j = 0; j < 4; j++) {
                    word = word << 8 | (i + j < length ? data.at(from + i + j) & 0xff : 0);
                }
                for (long power = 85L * 85 * 85 * 85; power > 0; power /= 85) {
                    out.append(DIGITS.charAt((int) (word / power % 85)));
                }
            }
            out.append('\n');
        }
        return out.toString();
    }
}
