package io.github.patchwork4j.testing.internal.input;

import io.github.patchwork4j.testing.internal.text.PythonText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fields that hold text. */
public final class Texts {
    private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]+");
    private static final String LETTER = "[a-z0-9\\u00a1-\\uffff]";
    private static final String LABEL = LETTER + "(?:[a-z0-9\\u00a1-\\uffff-]{0,61}" + LETTER + ")?";
    private static final String TOP =
            "(?:[a-z\\u00a1-\\uffff][a-z\\u00a1-\\uffff-]*[a-z\\u00a1-\\uffff]|xn--[a-z0-9]{1,59})";
    private static final String HOST = "(?:(?:" + LABEL + "\\.)+" + TOP + "\\.?|localhost)";
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String ADDRESS = "(?:" + OCTET + "(?:\\." + OCTET + "){3}|\\[[0-9a-f:.]*:[0-9a-f:.]*\\])";
    private static final Pattern URL = Pattern.compile(
            "(?:https?|ftps?)://(?:[^\\s:@/]+(?::[^\\s:@/]*)?@)?(?:" + ADDRESS + "|" + HOST
                    + ")(?::\\d{2,5})?(?:[/?#]\\S*)?",
            Pattern.CASE_INSENSITIVE);

    private Texts() {}

    /**
     * Makes a field whose text must not be empty.
     *
     * @param name its name
     * @param longest how many characters it takes
     * @return the field
     */
    public static Field<String> filled(String name, int longest) {
        return Field.of(name, value -> checked(value, false, longest, null, ""));
    }

    /**
     * Makes a field for any text.
     *
     * @param name its name
     * @param longest how many characters it takes
     * @return the field
     */
    public static Field<String> any(String name, int longest) {
        return Field.<String>of(name, value -> checked(value, true, longest, null, ""))
                .orBlank();
    }

    /**
     * Makes a field for a label.
     *
     * @param name its name
     * @param longest how many characters it takes
     * @return the field
     */
    public static Field<String> slug(String name, int longest) {
        String message = "Enter a valid \"slug\" consisting of letters, numbers, underscores or hyphens.";
        return Field.of(name, value -> checked(value, false, longest, SLUG, message));
    }

    /**
     * Makes a field for a url.
     *
     * @param name its name
     * @param longest how many characters it takes
     * @return the field
     */
    public static Field<String> url(String name, int longest) {
        return Field.<String>of(name, value -> checked(value, true, longest, URL, "Enter a valid URL."))
                .orBlank();
    }

    private static String checked(Object value, boolean blank, int longest, @Nullable Pattern pattern, String message) {
        if (!(value instanceof String || value instanceof BigInteger || value instanceof Double)) {
            throw new BadValue("Not a valid string.");
        }
        String text = PythonText.strip(PythonText.print(value));
        if (text.isEmpty()) {
            if (!blank) {
                throw new BadValue("This field may not be blank.");
            }
            return text;
        }
        List<String> messages = new ArrayList<>();
        if (text.codePointCount(0, text.length()) > longest) {
            messages.add("Ensure this field has no more than " + longest + " characters.");
        }
        if (text.indexOf('\0') >= 0) {
            messages.add("Null characters are not allowed.");
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            messages.add(message);
        }
        if (!messages.isEmpty()) {
            throw new BadValue(messages.toArray(String[]::new));
        }
        return text;
    }
}
