package io.github.patchwork4j.mbox.internal.diff;

import io.github.patchwork4j.mbox.Bytes;

/** Knows the commands of the formats of diff that are recognised but not read: normal, ed and RCS. */
public final class EditCommand {
    private final Bytes line;
    private int at;

    private EditCommand(Bytes line) {
        this.line = line;
    }

    /**
     * Tells whether a line is a command of a normal diff.
     *
     * @param line the line
     * @return whether it is like {@code 2c2}, {@code 3,4d2} or {@code 5a6,8}
     */
    public static boolean isNormal(Bytes line) {
        EditCommand command = new EditCommand(line);
        return command.range() && command.letter("acd") && command.range() && command.isAtEnd();
    }

    /**
     * Tells whether a line is a command of an ed script.
     *
     * @param line the line
     * @return whether it is like {@code 2c}, {@code 3,4d} or {@code 5a}
     */
    public static boolean isEd(Bytes line) {
        EditCommand command = new EditCommand(line);
        return command.range() && command.letter("acd") && command.isAtEnd();
    }

    /**
     * Tells whether a line is a command of a diff in the format of RCS.
     *
     * @param line the line
     * @return whether it is like {@code d2 1} or {@code a3 2}
     */
    public static boolean isRcs(Bytes line) {
        EditCommand command = new EditCommand(line);
        return command.letter("ad") && command.number() && command.letter(" ") && command.number() && command.isAtEnd();
    }

    private boolean isAtEnd() {
        return at == line.length();
    }

    private boolean letter(String letters) {
        return at < line.length() && letters.indexOf(line.at(at++)) >= 0;
    }

    private boolean number() {
        int from = at;
        while (at < line.length() && Decimal.isDigit(line.at(at))) {
            at++;
        }
        return at > from;
    }

    private boolean range() {
        if (!number()) {
            return false;
        }
        if (at < line.length() && line.at(at) == ',') {
            at++;
            return number();
        }
        return true;
    }
}
