package io.github.patchwork4j.mbox.apply;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.apply.FileResult.Problem;
import io.github.patchwork4j.mbox.diff.BinaryHunk;
import io.github.patchwork4j.mbox.diff.BinaryPatch;
import io.github.patchwork4j.mbox.diff.DecodedBinary;
import io.github.patchwork4j.mbox.internal.Ascii;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Applies git's binary patches: only to the content whose id the diff names, and only if the id of the result is right too. */
final class BinaryChange {
    private static final int SHA1_DIGITS = 40;
    private static final int SHA256_DIGITS = 64;

    private BinaryChange() {}

    static Outcome apply(Change change, Bytes content, ApplyOptions options) {
        String one = change.file().oldId().orElse("");
        String other = change.file().newId().orElse("");
        String before = options.reverse() ? other : one;
        String after = options.reverse() ? one : other;
        if (!isWhole(before) || !isWhole(after) || before.length() != after.length()) {
            return Outcome.failed(
                    Problem.BINARY_WITHOUT_CONTENT,
                    "binary patch without whole ids: \"" + one + "\", \"" + other + "\"");
        }
        if (change.from() == null && !content.isEmpty()) {
            return Outcome.failed(Problem.BINARY_OTHER_CONTENT, "binary patch is for an empty file");
        }
        if (change.from() != null) {
            String found = id(content, before.length());
            if (!found.equals(before)) {
                return Outcome.failed(
                        Problem.BINARY_OTHER_CONTENT, "binary patch is for " + before + ", not for " + found);
            }
        }
        return isZero(after) ? Outcome.of(Bytes.EMPTY) : make(change, content, after, options);
    }

    private static Outcome make(Change change, Bytes content, String after, ApplyOptions options) {
        Optional<BinaryPatch> patch = change.file().binaryPatch();
        Optional<BinaryHunk> hunk =
                options.reverse() ? patch.flatMap(BinaryPatch::reverse) : patch.map(BinaryPatch::forward);
        if (hunk.isEmpty()) {
            return Outcome.failed(
                    Problem.BINARY_WITHOUT_CONTENT,
                    patch.isPresent() ? "binary patch has no way back" : "binary patch has no content");
        }
        DecodedBinary decoded = hunk.get().applyTo(content);
        if (decoded.bytes().isEmpty()) {
            return Outcome.failed(
                    Problem.BINARY_CORRUPT, decoded.problem().orElseThrow().message());
        }
        String made = id(decoded.bytes().get(), after.length());
        return made.equals(after)
                ? Outcome.of(decoded.bytes().get())
                : Outcome.failed(Problem.BINARY_CORRUPT, "binary patch makes " + made + " instead of " + after);
    }

    private static boolean isWhole(String id) {
        return (id.length() == SHA1_DIGITS || id.length() == SHA256_DIGITS)
                && id.chars().allMatch(digit -> Ascii.hex(digit) >= 0);
    }

    private static boolean isZero(String id) {
        return id.chars().allMatch(digit -> digit == '0');
    }

    /** Git's id of a content: the digest of its kind, its length, a NUL and the content itself. */
    private static String id(Bytes content, int digits) {
        try {
            MessageDigest digest = MessageDigest.getInstance(digits == SHA1_DIGITS ? "SHA-1" : "SHA-256");
            digest.update(("blob " + content.length() + "\0").getBytes(StandardCharsets.US_ASCII));
            digest.update(content.array(), content.offset(), content.length());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1 and SHA-256", e);
        }
    }
}
