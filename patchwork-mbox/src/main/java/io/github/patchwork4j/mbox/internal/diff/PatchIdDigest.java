package io.github.patchwork4j.mbox.internal.diff;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Hashes patches line by line as {@code git patch-id} does: the lines of headers and hunks without their white space, of
 * binaries only their ids, and nothing of hunk headers and messages.
 *
 * <p>It keeps git's habits, since only equal habits make equal ids: what is counted are the lines that a hunk still has to
 * have on either side, and a count below zero stands for a header.
 */
public final class PatchIdDigest {
    /** How a patch is hashed. */
    public enum Kind {
        /** Each file alone, so that their order does not matter. */
        STABLE,
        /** All files in one. */
        UNSTABLE,
        /** Each file alone, with its white space and the lines that say that a line feed is missing. */
        VERBATIM
    }

    private static final int HASH_BYTES = 20;
    private static final int ID_DIGITS = 40;
    /** What is longer and begins with a backslash says that a line feed is missing, in whatever language. */
    private static final int MARKER_BYTES = 12;

    private static final byte[] ONE = {'1'};

    private final LineScanner lines;
    private final boolean stable;
    private final boolean verbatim;
    private final MessageDigest digest = sha1();
    private final byte[] squeezed = new byte[512];
    private final Decimal decimal = new Decimal();
    private byte[] result = new byte[HASH_BYTES];
    private boolean started;
    private boolean binary;
    private int before;
    private int after;
    private byte[] ids = new byte[0];

    /**
     * Begins at the beginning of a text.
     *
     * @param array the text
     * @param from the index of its first byte
     * @param to the index after its last
     * @param kind how it is hashed
     */
    public PatchIdDigest(byte[] array, int from, int to, Kind kind) {
        this.lines = new LineScanner(array, from, to);
        this.stable = kind != Kind.UNSTABLE;
        this.verbatim = kind == Kind.VERBATIM;
    }

    /**
     * Hashes the next patch.
     *
     * @return 20 bytes; null if there is no more patch
     */
    public byte @Nullable [] next() {
        while (!lines.atEnd()) {
            begin();
            boolean goesOn = true;
            while (goesOn && !lines.atEnd()) {
                goesOn = take();
                lines.advance();
            }
            flush();
            if (started) {
                return result;
            }
        }
        return null;
    }

    private void begin() {
        result = new byte[HASH_BYTES];
        digest.reset();
        started = false;
        binary = false;
        before = -1;
        after = -1;
    }

    /** Takes in the current line, or returns false if the patch ends before it. */
    private boolean take() {
        int afterKeyword = lines.position() + keywordLength();
        if (afterKeyword == lines.position() && isMarker()) {
            if (verbatim) {
                hashWholeLine();
            }
            return true;
        }
        if (isId(afterKeyword)) {
            return false;
        }
        if (!started && !lines.startsWith("diff ")) {
            return true;
        }
        if (before == -1) {
            if (takeHeaderLine()) {
                return true;
            }
            if (before == -1 && !isLetter(lines.array[lines.position])) {
                return false;
            }
        }
        return binary ? passBinary() : takeBody();
    }

    /** Takes in what is special in a header; returns false if the line is hashed like any other. */
    private boolean takeHeaderLine() {
        if (lines.startsWith("GIT binary patch") || lines.startsWith("Binary files")) {
            binary = true;
            before = 0;
            digest.update(ids);
            if (stable) {
                flush();
            }
            return true;
        }
        if (lines.startsWith("index ")) {
            readIds();
            return true;
        }
        if (lines.startsWith("--- ")) {
            before = 1;
            after = 1;
        }
        return false;
    }

    private boolean passBinary() {
        if (lines.startsWith("diff ")) {
            binary = false;
            before = -1;
        }
        return true;
    }

    private boolean takeBody() {
        if (before == 0 && after == 0) {
            if (lines.startsWith("@@ -")) {
                readCounts();
                return true;
            }
            if (!lines.startsWith("diff ")) {
                return false;
            }
            if (stable) {
                flush();
            }
            before = -1;
            after = -1;
        }
        byte first = lines.array[lines.position];
        before -= first == '-' || first == ' ' ? 1 : 0;
        after -= first == '+' || first == ' ' ? 1 : 0;
        if (verbatim) {
            started |= hashWholeLine() > 0;
        } else {
            hashLine();
        }
        return true;
    }

    /** Reads the counts of a hunk's header; git is not strict here, and its counts overflow to -1. */
    private void readCounts() {
        int end = lines.lineEnd();
        int at = readCount(lines.position + "@@ -".length(), end);
        if (at < 0) {
            return;
        }
        before = decimal.value();
        if (LineScanner.startsWith(lines.array, at, end, " +") && readCount(at + 2, end) >= 0) {
            after = decimal.value();
        }
    }

    /** Reads a line number and a count, which is 1 if it is missing; returns the index after them, or -1. */
    private int readCount(int from, int end) {
        int at = decimal.read(lines.array, from, end);
        boolean counted = at < end && lines.array[at] == ',';
        if (!counted) {
            int digits = at - from;
            decimal.read(ONE, 0, 1);
            return digits == 0 ? -1 : at;
        }
        int past = decimal.read(lines.array, at + 1, end);
        return past == at + 1 ? -1 : past;
    }

    /** Hashes what is not white space; a NUL ends the line for git. */
    private void hashLine() {
        int end = lines.lineEnd();
        int length = 0;
        for (int i = lines.position; i < end && lines.array[i] != 0; i++) {
            byte b = lines.array[i];
            if (b != ' ' && b != '\t' && b != '\r') {
                squeezed[length++] = b;
                started = true;
            }
            if (length == squeezed.length) {
                digest.update(squeezed, 0, length);
                length = 0;
            }
        }
        digest.update(squeezed, 0, length);
    }

    /** Hashes all of a line up to its line feed, which counts too, and returns its length; a NUL ends the line for git. */
    private int hashWholeLine() {
        int past = Math.min(lines.lineEnd() + 1, lines.end);
        int end = lines.position;
        while (end < past && lines.array[end] != 0) {
            end++;
        }
        digest.update(lines.array, lines.position, end - lines.position);
        return end - lines.position;
    }

    /** Adds the hash of a file to the sum of all, as numbers of 160 bits with the lowest byte first. */
    private void flush() {
        add(digest.digest(), result);
    }

    /**
     * Adds a hash to a sum.
     *
     * @param hash the hash, a number with its lowest byte first
     * @param sum the sum of as many bytes, changed; what it cannot hold is dropped
     */
    public static void add(byte[] hash, byte[] sum) {
        int carry = 0;
        for (int i = 0; i < sum.length; i++) {
            carry += (sum[i] & 0xff) + (hash[i] & 0xff);
            sum[i] = (byte) carry;
            carry >>= 8;
        }
    }

    private void readIds() {
        int end = lines.lineEnd();
        int from = lines.position + "index ".length();
        int dots = from;
        while (dots < end - 1 && (lines.array[dots] != '.' || lines.array[dots + 1] != '.')) {
            dots++;
        }
        if (dots >= end - 1) {
            return;
        }
        int idEnd = dots + 2;
        while (idEnd < end && lines.array[idEnd] != ' ') {
            idEnd++;
        }
        ids = new byte[idEnd - from - 2];
        System.arraycopy(lines.array, from, ids, 0, dots - from);
        System.arraycopy(lines.array, dots + 2, ids, dots - from, idEnd - dots - 2);
    }

    private int keywordLength() {
        if (lines.startsWith("commit ")) {
            return "commit ".length();
        }
        return lines.startsWith("From ") ? "From ".length() : 0;
    }

    private boolean isMarker() {
        return lines.startsWith("\\ ") && lines.lineEnd() + 1 - lines.position > MARKER_BYTES;
    }

    private boolean isId(int from) {
        if (from > lines.end - ID_DIGITS) {
            return false;
        }
        for (int i = from; i < from + ID_DIGITS; i++) {
            if (Character.digit(lines.array[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    /**
     * Makes a digest.
     *
     * @return one for SHA-1
     */
    public static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }
}
