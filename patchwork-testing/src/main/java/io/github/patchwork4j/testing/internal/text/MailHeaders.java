package io.github.patchwork4j.testing.internal.text;

import java.util.ArrayList;
import java.util.List;

/** A block of mail headers, cut into fields. */
public final class MailHeaders {

    private MailHeaders() {}

    /**
     * Cuts a block.
     *
     * @param raw header lines, folded ones included
     * @return the fields in their order
     */
    public static List<Field> parse(String raw) {
        List<Field> fields = new ArrayList<>();
        for (String line : raw.lines().toList()) {
            if (!fields.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
                Field folded = fields.remove(fields.size() - 1);
                fields.add(new Field(folded.name(), folded.value() + "\n" + line));
                continue;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.add(new Field(
                        line.substring(0, colon), line.substring(colon + 1).stripLeading()));
            }
        }
        return fields;
    }

    /**
     * Returns the first field of a name.
     *
     * @param fields a block
     * @param name compared without case
     * @return its value, or an empty text
     */
    public static String first(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /**
     * One header field.
     *
     * @param name as it was spelled
     * @param value with its folding, neither unfolded nor decoded
     */
    public record Field(String name, String value) {

        /**
         * Compares the name.
         *
         * @param other a name
         * @return whether it is the same but for case
         */
        public boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }
}
