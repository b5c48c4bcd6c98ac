package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.util.Optional;

/** The numbers that Patchwork reads from a line such as {@code @@ -1,7 +1,8 @@ main}; digits of any script count. */
record HunkHead(String oldCount, String newCount) {
    /** Reads the head at the beginning of a line, if there is one. */
    static Optional<HunkHead> parse(CharSequence line) {
        int[] at = {4};
        if (line.length() < 4 || !"@@ -".contentEquals(line.subSequence(0, 4))) {
            return Optional.empty();
        }
        String oldCount = count(line, at);
        if (oldCount.isEmpty() || !startsAt(line, at[0], " +")) {
            return Optional.empty();
        }
        at[0] += 2;
        String newCount = count(line, at);
        return newCount.isEmpty() || !startsAt(line, at[0], " @@")
                ? Optional.empty()
                : Optional.of(new HunkHead(oldCount, newCount));
    }

    private static boolean startsAt(CharSequence line, int at, String text) {
        return at + text.length() <= line.length() && text.contentEquals(line.subSequence(at, at + text.length()));
    }

    /** Reads {@code start} or {@code start,count} and steps behind it; empty if there is no number. */
    private static String count(CharSequence line, int[] at) {
        String start = digits(line, at);
        if (start.isEmpty() || !startsAt(line, at[0], ",")) {
            return start.isEmpty() ? "" : "1";
        }
        at[0]++;
        return digits(line, at);
    }

    private static String digits(CharSequence line, int[] at) {
        StringBuilder digits = new StringBuilder();
        for (int end = PythonText.skipDigits(line, at[0]); at[0] < end; ) {
            int code = Character.codePointAt(line, at[0]);
            at[0] += Character.charCount(code);
            int digit = Character.digit(code, 10);
            if (digit != 0 || !isZero(digits)) {
                setOrAppend(digits, digit);
            }
            if (digits.length() == 0) {
                digits.append('0');
            }
        }
        return digits.toString();
    }

    private static boolean isZero(StringBuilder digits) {
        return digits.length() == 0 || (digits.length() == 1 && digits.charAt(0) == '0');
    }

    private static void setOrAppend(StringBuilder digits, int digit) {
        if (isZero(digits)) {
            digits.setLength(0);
        }
        digits.append((char) ('0' + digit));
    }

    /** The count as a number; one that is larger than an array can have lines ends no hunk either way. */
    static int saturated(String count) {
        return count.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(count);
    }
}
