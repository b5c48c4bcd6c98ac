package io.github.patchwork4j.testing.internal.input;

import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.internal.text.PythonText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Fields that hold text. */
public final class Texts {
    private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]+");
    private static final String NO_STRING = "Not a valid string.";

    private Texts() {}

    /**
     * Makes a field whose text must not be empty.
     *
     * @param name its name
     * @param longest how many characters it takes
     * @return the field
     */
    public static Field<String> filled(String name, int longest) {
        return Field.of(name, value -> checked(value, false, longest, text -> true, NO_STRING));
    }

    /**
     * Makes a field for any text.
     *
     * @param name its name
     * @param longest how many characters it takes
     * @return the field
     */
    public static Field<String> any(String name, int longest) {
        return Field.<String>of(name, value -> checked(value, true, longest, text -> true, NO_STRING))
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
        return Field.of(name, value -> checked(value, false, longest, SLUG.asMatchPredicate(), message));
    }

    /**
     * Makes a field for a url.
     *
     * @param name its name
     * @param longest how many characters it takes
     * @param libraries what the server runs on
     * @return the field
     */
    public static Field<String> url(String name, int longest, LibraryStack libraries) {
        Predicate<String> valid = text -> WebAddress.isValid(text, libraries);
        return Field.<String>of(name, value -> checked(value, true, longest, valid, "Enter a valid URL."))
                .orBlank();
    }

    /** Checks a text; what is no text at all is refused with the same words as one that is not of the kind. */
    private static String checked(Object value, boolean blank, int longest, Predicate<String> kind, String message) {
        if (!(value instanceof String || value instanceof BigInteger || value instanceof Double)) {
            throw new BadValue(message);
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
        int surrogate = PythonText.loneSurrogate(text);
        if (surrogate >= 0) {
            messages.add("Surrogate characters are not allowed: U+%X.".formatted((int) text.charAt(surrogate)));
        }
        if (!kind.test(text)) {
            messages.add(message);
        }
        if (!messages.isEmpty()) {
            throw new BadValue(messages.toArray(String[]::new));
        }
        return text;
    }
}
