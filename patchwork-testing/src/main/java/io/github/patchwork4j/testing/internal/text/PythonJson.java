package io.github.patchwork4j.testing.internal.text;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON and complains about it in the server's own words, places included. */
public final class PythonJson {
    private static final Pattern NUMBER = Pattern.compile("(-?(?:0|[1-9][0-9]*))(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final List<String> NO_NUMBERS = List.of("NaN", "Infinity", "-Infinity");
    /** Deeper nesting overflows the server's stack, and would overflow ours. */
    private static final int DEEPEST = 900;

    private final String text;
    private int at;
    private int depth;

    private PythonJson(String text) {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @param text JSON
     * @return maps, lists, texts, booleans, {@link BigInteger}s, {@link Double}s and null
     * @throws SyntaxFault if it is no JSON
     * @throws IllegalArgumentException if it is nested too deeply
     */
    public static @Nullable Object parse(String text) {
        if (text.startsWith("\uFEFF")) {
            throw new SyntaxFault("Unexpected UTF-8 BOM (decode using utf-8-sig)", text, 0);
        }
        PythonJson json = new PythonJson(text);
        json.skipSpace();
        Object value = json.value();
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.fault("Extra data");
        }
        return value;
    }

    private @Nullable Object value() {
        if (at < text.length()) {
            switch (text.charAt(at)) {
                case '"' -> {
                    return string();
                }
                case '{' -> {
                    return nested(this::object);
                }
                case '[' -> {
                    return nested(this::array);
                }
                default -> {}
            }
        }
        return word();
    }

    private Object nested(Supplier<Object> reader) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("nested more than " + DEEPEST + " levels deep");
        }
        at++;
        skipSpace();
        Object value = reader.get();
        depth--;
        return value;
    }

    private @Nullable Object word() {
        for (String bad : NO_NUMBERS) {
            if (text.startsWith(bad, at)) {
                throw new SyntaxFault("Out of range float values are not JSON compliant: '" + bad + "'");
            }
        }
        if (skip("null")) {
            return null;
        }
        if (skip("true")) {
            return true;
        }
        if (skip("false")) {
            return false;
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw fault("Expecting value");
        }
        at = number.end();
        boolean whole = number.group(2) == null && number.group(3) == null;
        return whole ? new BigInteger(number.group()) : (Object) Double.valueOf(number.group());
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (skip("}")) {
            return members;
        }
        do {
            skipSpace();
            if (!isAt('"')) {
                throw fault("Expecting property name enclosed in double quotes");
            }
            String name = string();
            skipSpace();
            expect(":");
            skipSpace();
            members.put(name, value());
            skipSpace();
        } while (another("}"));
        return members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> items = new ArrayList<>();
        if (skip("]")) {
            return items;
        }
        do {
            skipSpace();
            items.add(value());
            skipSpace();
        } while (another("]"));
        return items;
    }

    private boolean another(String end) {
        if (skip(end)) {
            return false;
        }
        expect(",");
        return true;
    }

    private String string() {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '"') {
                at++;
                return value.toString();
            }
            if (character < ' ') {
                throw fault("Invalid control character at");
            }
            at++;
            if (character != '\\') {
                value.append(character);
            } else if (at < text.length()) {
                value.append(escaped());
            }
        }
        throw new SyntaxFault("Unterminated string starting at", text, start);
    }

    private char escaped() {
        int backslash = at - 1;
        char character = text.charAt(at++);
        return switch (character) {
            case '"', '\\', '/' -> character;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new SyntaxFault("Invalid \\escape", text, backslash);
        };
    }

    private char unicode() {
        int end = at + 4;
        if (end >= text.length()) {
            throw new SyntaxFault("Invalid \\uXXXX escape", text, at - 1);
        }
        String digits = text.substring(at, end);
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            throw new SyntaxFault("Invalid \\uXXXX escape", text, at - 1);
        }
        at = end;
        return (char) Integer.parseInt(digits, 16);
    }

    private boolean isAt(char character) {
        return at < text.length() && text.charAt(at) == character;
    }

    private boolean skip(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    private void expect(String delimiter) {
        if (!skip(delimiter)) {
            throw fault("Expecting '" + delimiter + "' delimiter");
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private SyntaxFault fault(String message) {
        return new SyntaxFault(message, text, at);
    }

    /** What is wrong with a text that is no JSON. */
    public static final class SyntaxFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private SyntaxFault(String message) {
            super(message);
        }

        private SyntaxFault(String message, String text, int at) {
            super(message + ": " + place(text, at));
        }

        private static String place(String text, int at) {
            int lineStart = text.lastIndexOf('\n', at - 1) + 1;
            long line = 1
                    + text.substring(0, at)
                            .chars()
                            .filter(character -> character == '\n')
                            .count();
            int column = 1 + text.codePointCount(lineStart, at);
            return "line " + line + " column " + column + " (char " + text.codePointCount(0, at) + ")";
        }
    }
}
