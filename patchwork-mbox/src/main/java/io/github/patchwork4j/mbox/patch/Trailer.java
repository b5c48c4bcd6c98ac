package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.Ascii;
import java.util.List;

/**
 * A line such as {@code Signed-off-by: Alice Author <alice@example.com>} at the end of a message.
 *
 * @param key what stands before the colon, as it is written
 * @param value what follows it, continuation lines joined by one space; perhaps empty
 */
public record Trailer(String key, String value) {
    /**
     * Finds the trailers of a commit message by the rules of {@code git interpret-trailers --parse}: they are in the last
     * paragraph, which is not the first; all of its lines are trailers, or a line that git itself writes is among them
     * and at least a quarter are.
     *
     * @param message the whole message with its title; what follows a line that starts {@code ---} and white space is ignored
     * @return the trailers in their order
     */
    public static List<Trailer> parse(String message) {
        return new TrailerBlock(message).trailers();
    }

    /**
     * Adds trailers to a commit message as {@code git interpret-trailers --trailer} does by default: behind those that are there, else
     * behind an empty line; before what follows a line that starts {@code ---} and white space. One that is equal to the one before
     * it is left out. Everything else stays as it is.
     *
     * @param message the whole message with its title
     * @param trailers what to add
     * @return the new message; its new lines end in CR LF if the title does
     * @throws IllegalArgumentException if a key is not made of ASCII letters, digits and dashes, or a value has more
     *     than one line
     */
    public static String addTo(String message, List<Trailer> trailers) {
        for (Trailer trailer : trailers) {
            trailer.check();
        }
        int titleEnd = message.indexOf('\n');
        boolean crlf = titleEnd > 0 && message.charAt(titleEnd - 1) == '\r';
        return TrailerBlock.add(message, trailers, crlf ? "\r\n" : "\n");
    }

    private void check() {
        if (key.isEmpty() || !key.chars().allMatch(c -> Ascii.isLetter(c) || Ascii.isDigit(c) || c == '-')) {
            throw new IllegalArgumentException("key of a trailer must be letters, digits and dashes: \"" + key + "\"");
        }
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("trailer must be one line without NUL: " + key + ": " + value);
        }
    }

    @Override
    public String toString() {
        return key + ": " + value;
    }
}
