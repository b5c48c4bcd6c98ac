package io.github.patchwork4j.mbox.internal.diff;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a git binary patch: a letter for the number of bytes, then five characters for each four bytes.
 */
public final class Base85 {
    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
    private static final byte[] DIGITS = digits();

    private Base85() {}

    /**
     * Tells how many bytes a line stands for.
     *
     * @param array where it is
     * @param from the index of its first byte
     * @param to the index of its line feed, or of a carriage return before it
     * @return 1 to 52; 0 if its length and its first letter do not fit each other
     */
    public static int lineBytes(byte[] array, int from, int to) {
        int characters = to - from - 1;
        if (characters < 5 || characters % 5 != 0) {
            return 0;
        }
        byte letter = array[from];
        int bytes = 0;
        if (letter >= 'A' && letter <= 'Z') {
            bytes = letter - 'A' + 1;
        } else if (letter >= 'a' && letter <= 'z') {
            bytes = letter - 'a' + 27;
        }
        int most = characters / 5 * 4;
        return bytes <= most && bytes > most - 4 ? bytes : 0;
    }

    /**
     * Decodes a run of whole lines.
     *
     * @param array where they are
     * @param from the index of the first byte
     * @param to the index after the last
     * @return the bytes; null if a line or a character in it is not valid
     */
    public static byte @Nullable [] decode(byte[] array, int from, int to) {
        byte[] decoded = new byte[(to - from) / 5 * 4 + 4];
        int length = 0;
        LineScanner lines = new LineScanner(array, from, to);
        while (!lines.atEnd()) {
            int line = lines.position();
            int end = lines.lineEnd();
            end -= end > line && array[end - 1] == '\r' ? 1 : 0;
            int bytes = lineBytes(array, line, end);
            if (bytes == 0 || !decodeLine(array, line + 1, decoded, length, bytes)) {
                return null;
            }
            length += bytes;
            lines.advance();
        }
        return Arrays.copyOf(decoded, length);
    }

    private static boolean decodeLine(byte[] array, int from, byte[] decoded, int to, int bytes) {
        int at = from;
        for (int done = 0; done < bytes; done += 4) {
            long word = 0;
            for (int i = 0; i < 5; i++) {
                byte b = array[at++];
                int digit = b < 0 ? -1 : DIGITS[b];
                if (digit < 0) {
                    return false;
                }
                word = word * 85 + digit;
            }
            if (word > 0xffffffffL) {
                return false;
            }
            for (int i = 0; i < Math.min(4, bytes - done); i++) {
                decoded[to + done + i] = (byte) (word >>> (24 - 8 * i));
            }
        }
        return true;
    }

    private static byte[] digits() {
        byte[] digits = new byte[128];
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            digits[ALPHABET.charAt(i)] = (byte) i;
        }
        return digits;
    }
}
