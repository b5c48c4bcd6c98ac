package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.internal.Ascii;

/** Orders the names of files as git mailsplit does: by their characters, but runs of digits by their numbers. */
final class FileNames {
    private FileNames() {}

    /** Compares two names; those that only differ in leading zeros, which git takes for one, by their characters. */
    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (Ascii.isDigit(a.charAt(i)) && Ascii.isDigit(b.charAt(j))) {
                int endA = digitsEnd(a, i);
                int endB = digitsEnd(b, j);
                int difference = compareNumbers(a.substring(i, endA), b.substring(j, endB));
                if (difference != 0) {
                    return difference;
                }
                i = endA;
                j = endB;
            } else if (a.charAt(i) != b.charAt(j)) {
                return Character.compare(a.charAt(i), b.charAt(j));
            } else {
                i++;
                j++;
            }
        }
        int difference = Integer.compare(a.length() - i, b.length() - j);
        return difference != 0 ? difference : a.compareTo(b);
    }

    private static int digitsEnd(String name, int from) {
        int end = from;
        while (end < name.length() && Ascii.isDigit(name.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String a, String b) {
        String x = withoutZeros(a);
        String y = withoutZeros(b);
        return x.length() == y.length() ? x.compareTo(y) : Integer.compare(x.length(), y.length());
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
