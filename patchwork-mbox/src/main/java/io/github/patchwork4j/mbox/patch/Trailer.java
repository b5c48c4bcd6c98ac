package io.github.patchwork4j.mbox.patch;

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

    @Override
    public String toString() {
        return key + ": " + value;
    }
}
