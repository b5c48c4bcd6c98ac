package io.github.patchwork4j.testing.internal.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON values as the server's language names and prints them, which error messages quote. */
public final class PythonText {
    private static final int SCIENTIFIC_FROM = 16;
    private static final int SCIENTIFIC_BELOW = -4;

    private PythonText() {}

    /**
     * Returns the name of a value's type.
     *
     * @param value a parsed JSON value
     * @return such as {@code str}
     */
    public static String type(@Nullable Object value) {
        if (value == null) {
            return "NoneType";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof BigInteger) {
            return "int";
        }
        if (value instanceof Double) {
            return "float";
        }
        if (value instanceof UploadedFile file) {
            return file.type();
        }
        return value instanceof List<?> ? "list" : value instanceof Map<?, ?> ? "dict" : "str";
    }

    /**
     * Prints a value.
     *
     * @param value a parsed JSON value, or a file
     * @return a text as it is, the name of a file, everything else as source code
     */
    public static String print(@Nullable Object value) {
        if (value instanceof UploadedFile file) {
            return file.name();
        }
        return value instanceof String text ? text : source(value);
    }

    /** Prints a value as source code, with quotes around texts. */
    private static String source(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PythonText::source).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> source(entry.getKey()) + ": " + source(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\\' -> quoted.append("\\\\");
                default -> {
                    if (character < ' ' || character == 0x7f) {
                        quoted.append("\\x%02x".formatted(character));
                    } else {
                        quoted.append(character == quote ? "\\" : "").appendCodePoint(character);
                    }
                }
            }
        });
        return quoted.append(quote).toString();
    }

    private static String number(double number) {
        if (Double.isInfinite(number)) {
            return number < 0 ? "-inf" : "inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= SCIENTIFIC_BELOW && exponent < SCIENTIFIC_FROM) {
            String plain = shortest.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String sign = exponent < 0 ? "-" : "+";
        return (number < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + sign
                + "%02d".formatted(Math.abs(exponent));
    }

    /**
     * Takes white space off both ends of a text, also the kinds that do not break lines.
     *
     * @param text any text
     * @return the rest
     */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Finds half of a character, which JSON can hold and no encoding can.
     *
     * @param text any text
     * @return the index of the first, or -1
     */
    public static int loneSurrogate(String text) {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                return at;
            }
            at += Character.charCount(character);
        }
        return -1;
    }

    /**
     * Tells what is white space.
     *
     * @param character any character
     * @return whether it is, also if it does not break lines
     */
    public static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
    }
}
