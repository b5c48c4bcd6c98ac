package io.github.patchwork4j.mbox.internal.diff;

/**
 * Tells the time that diff puts behind a file's name from the name, also where mail has turned its tab into spaces.
 *
 * <p>What is cut off must end in a date, a time, or a date, a time and a zone: {@code 2010-07-05}, {@code 2010-07-05
 * 19:41:17}, {@code 10-07-05 19:41:17.620000023 -0500}, {@code … +08:00}. Anything else is part of the name.
 */
public final class Timestamp {
    private Timestamp() {}

    /**
     * Finds where a name ends that has a time behind it.
     *
     * @param array where it is
     * @param from the index of its first byte
     * @param to the index of the end of the line
     * @return the index of the white space before the time; -1 if there is no time
     */
    public static int nameEnd(byte[] array, int from, int to) {
        int zone = before(array, from, to, " z00:00");
        if (zone < 0) {
            zone = before(array, from, to, " z0000");
        }
        int time = beforeTime(array, from, zone < 0 ? to : zone);
        int date = time < 0 ? (zone < 0 ? to : zone) : time;
        int year = before(array, from, date, "00-00-00");
        if (year < 0) {
            return -1;
        }
        int century = before(array, from, year, "00");
        int end = (century < 0 ? year : century) - 1;
        return end < from ? -1 : trimmed(array, from, end);
    }

    /**
     * Tells whether the time behind a name is the beginning of 1970 in Greenwich, by which diff marks a file that is not
     * there.
     *
     * @param array where it is
     * @param from the index of the first byte of the name
     * @param to the index of the end of the line
     * @return whether it is; a time without zone, or not behind a tab, never is
     */
    public static boolean isEpoch(byte[] array, int from, int to) {
        int at = to;
        while (at > from && array[at - 1] != '\t') {
            at--;
        }
        boolean eve = LineScanner.startsWith(array, at, to, "1969-12-31 ");
        if (at == from || (!eve && !LineScanner.startsWith(array, at, to, "1970-01-01 "))) {
            return false;
        }
        int clock = at + "1970-01-01 ".length();
        int rest = clock + "00:00:00".length();
        if (!matches(array, clock, rest, to, "00:00:00") || array[rest - 2] != '0' || array[rest - 1] != '0') {
            return false;
        }
        int zone = pastZeroFraction(array, rest, to);
        boolean colon = zone == to - " +00:00".length() && matches(array, zone, to, to, " z00:00");
        boolean plain = zone == to - " +0000".length() && matches(array, zone, to, to, " z0000");
        if (!colon && !plain) {
            return false;
        }
        int offset = twoDigits(array, zone + 2) * 60 + twoDigits(array, to - 2);
        int minutes = twoDigits(array, clock) * 60 + twoDigits(array, clock + 3);
        return minutes - (array[zone + 1] == '-' ? -offset : offset) == (eve ? 24 * 60 : 0);
    }

    private static int pastZeroFraction(byte[] array, int from, int to) {
        if (from >= to - 1 || array[from] != '.' || array[from + 1] != '0') {
            return from;
        }
        int at = from + 1;
        while (at < to && array[at] == '0') {
            at++;
        }
        return at;
    }

    private static int beforeTime(byte[] array, int from, int to) {
        int time = before(array, from, to, " 00:00:00");
        if (time >= 0) {
            return time;
        }
        int point = to;
        while (point > from && Decimal.isDigit(array[point - 1])) {
            point--;
        }
        if (point == to || point == from || array[point - 1] != '.') {
            return -1;
        }
        return before(array, from, point - 1, " 00:00:00");
    }

    /** A tab before the time ends the name; spaces before it all go, and a space only name is none. */
    private static int trimmed(byte[] array, int from, int end) {
        if (array[end] == '\t') {
            return end;
        }
        if (array[end] != ' ') {
            return -1;
        }
        int at = end;
        while (at > from && (array[at - 1] == ' ' || array[at - 1] == '\t')) {
            at--;
        }
        return at;
    }

    private static int twoDigits(byte[] array, int at) {
        return (array[at] - '0') * 10 + array[at + 1] - '0';
    }

    /** Returns where the shape begins that ends at an index, or -1 if the bytes there have another shape. */
    private static int before(byte[] array, int from, int to, String shape) {
        int at = to - shape.length();
        return at >= from && matches(array, at, to, to, shape) ? at : -1;
    }

    /** Tells whether bytes have a shape: 0 stands for a digit, z for the sign of a zone, all else for itself. */
    private static boolean matches(byte[] array, int from, int end, int to, String shape) {
        if (end > to) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            byte b = array[from + i];
            boolean fits = switch (shape.charAt(i)) {
                case '0' -> Decimal.isDigit(b);
                case 'z' -> b == '+' || b == '-';
                default -> b == shape.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
