package io.github.patchwork4j.client;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What the body of an error says.
 *
 * @param detail about the error as a whole, empty if nothing
 * @param fieldErrors the messages of each field
 */
record ErrorBody(String detail, Map<String, List<String>> fieldErrors) implements Serializable {
    static final ErrorBody EMPTY = new ErrorBody("", Map.of());

    /** Returns all of it on one line, empty if there is nothing. */
    String text() {
        StringBuilder text = new StringBuilder(detail);
        fieldErrors.forEach((field, messages) -> text.append(text.isEmpty() ? "" : "; ")
                .append(field)
                .append(": ")
                .append(String.join(" ", messages)));
        return text.toString();
    }
}
