package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.BinaryHunk;
import io.github.patchwork4j.mbox.diff.BinaryHunk.Method;
import io.github.patchwork4j.mbox.diff.BinaryPatch;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what leads from one binary content to another, out of the halves of the binary patches that made them. */
final class BinaryBody {
    private static final Bytes NOTHING = Bytes.ofUtf8("literal 0\nHcmV?d00001\n");
    private static final int SHA1_DIGITS = 40;
    private static final int SHA256_DIGITS = 64;

    private BinaryBody() {}

    /** Returns the lines from {@code index} on; none for the same content, empty if there is no telling it. */
    static Optional<Bytes> of(@Nullable FileDiff one, @Nullable FileDiff other, boolean removed) {
        String from = one != null ? id(one.newId()) : other == null ? "" : id(other.oldId());
        String to = removed
                ? "0".repeat(from.length())
                : other != null ? id(other.newId()) : one == null ? "" : id(one.oldId());
        if (!from.isEmpty() && !to.isEmpty() && (from.startsWith(to) || to.startsWith(from))) {
            return Optional.of(Bytes.EMPTY);
        }
        Optional<Bytes> forward = removed ? Optional.of(NOTHING) : forward(one, other);
        if (forward.isEmpty() || !isWhole(from) || from.length() != to.length()) {
            return Optional.empty();
        }
        ByteSink out = new ByteSink(1024);
        out.write(Bytes.ofUtf8("index " + from + ".." + to + "\nGIT binary patch\n"));
        Stream.concat(forward.stream(), back(one, other).stream()).forEach(half -> {
            out.write(half);
            out.write('\n');
        });
        return Optional.of(out.toBytes());
    }

    private static Optional<Bytes> forward(@Nullable FileDiff one, @Nullable FileDiff other) {
        Optional<BinaryHunk> half = other == null
                ? patch(one).flatMap(BinaryPatch::reverse)
                : patch(other).map(BinaryPatch::forward).filter(hunk -> one == null || isLiteral(hunk));
        return half.map(BinaryHunk::bytes);
    }

    private static Optional<Bytes> back(@Nullable FileDiff one, @Nullable FileDiff other) {
        Optional<BinaryHunk> half = one == null
                ? patch(other).flatMap(BinaryPatch::reverse)
                : patch(one).map(BinaryPatch::forward).filter(hunk -> other == null || isLiteral(hunk));
        return half.map(BinaryHunk::bytes);
    }

    private static Optional<BinaryPatch> patch(@Nullable FileDiff file) {
        return Optional.ofNullable(file).flatMap(FileDiff::binaryPatch);
    }

    private static boolean isLiteral(BinaryHunk hunk) {
        return hunk.method() == Method.LITERAL;
    }

    private static String id(Optional<String> id) {
        return id.orElse("");
    }

    private static boolean isWhole(String id) {
        return id.length() == SHA1_DIGITS || id.length() == SHA256_DIGITS;
    }
}
