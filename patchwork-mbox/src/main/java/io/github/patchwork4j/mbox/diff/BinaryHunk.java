package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.internal.diff.Base85;
import io.github.patchwork4j.mbox.internal.diff.Inflation;
import io.github.patchwork4j.mbox.internal.diff.PackDelta;

/**
 * One half of a git binary patch: the whole new content, or how it is made from the old.
 *
 * <p>Parsing leaves the payload as it is. It is decoded when it is asked for, each time anew, and never to more bytes
 * than {@link Limits#maxBinaryBytes()}.
 */
public final class BinaryHunk {
    /** What the payload is. */
    public enum Method {
        /** The content itself. */
        LITERAL,
        /** A delta against the other side, in the format of git's packs. */
        DELTA
    }

    private final Bytes source;
    private final int from;
    private final int payload;
    private final int to;
    private final Method method;
    private final int size;
    private final Limits limits;

    BinaryHunk(Bytes source, int[] span, Method method, int size, Limits limits) {
        this.source = source;
        this.from = span[0];
        this.payload = span[1];
        this.to = span[2];
        this.method = method;
        this.size = size;
        this.limits = limits;
    }

    /**
     * Returns the hunk as it stands in the diff: the line with its method and size, and the encoded lines.
     *
     * @return its bytes, without the blank line that closes it
     */
    public Bytes bytes() {
        return source.slice(from, to);
    }

    /**
     * Returns what the payload is.
     *
     * @return the method
     */
    public Method method() {
        return method;
    }

    /**
     * Returns how long the payload says it is when inflated: the content if it is literal, the delta if it is not.
     *
     * @return the size in bytes; {@link Integer#MAX_VALUE} if the diff names a larger one
     */
    public int size() {
        return size;
    }

    /**
     * Inflates the payload: the content if it is literal, the delta if it is not.
     *
     * @return the payload, or what is wrong with it
     */
    public DecodedBinary decode() {
        if (size > limits.maxBinaryBytes()) {
            return tooLarge(size);
        }
        byte[] array = source.array();
        byte[] deflated = Base85.decode(array, source.offset() + payload, source.offset() + to);
        if (deflated == null) {
            return broken("binary payload is not valid base 85");
        }
        byte[] inflated = Inflation.inflate(deflated, size);
        return inflated == null
                ? broken("binary payload does not inflate to " + size + " bytes")
                : DecodedBinary.of(Bytes.of(inflated));
    }

    /**
     * Makes the content of this side.
     *
     * @param other the content of the other side; not looked at if the payload is literal
     * @return the content, or what is wrong with the payload
     */
    public DecodedBinary applyTo(Bytes other) {
        DecodedBinary decoded = decode();
        if (method == Method.LITERAL || decoded.bytes().isEmpty()) {
            return decoded;
        }
        PackDelta delta = new PackDelta(decoded.bytes().orElseThrow().toArray());
        byte[] result = delta.apply(other.toArray(), limits.maxBinaryBytes());
        return result == null
                ? broken("delta is broken, for other bytes than these " + other.length() + ", or makes too many")
                : DecodedBinary.of(Bytes.of(result));
    }

    private DecodedBinary tooLarge(int bytes) {
        String message = "binary of " + bytes + " bytes is larger than " + limits.maxBinaryBytes();
        return DecodedBinary.failed(new Diagnostic(Diagnostic.Kind.LIMIT_EXCEEDED, from, message));
    }

    private DecodedBinary broken(String message) {
        return DecodedBinary.failed(new Diagnostic(Diagnostic.Kind.CORRUPT_DIFF, from, message));
    }

    /** Returns method and size, for a debugger. */
    @Override
    public String toString() {
        return method + " " + size;
    }
}
