package io.github.patchwork4j.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is an error, as an exception tells of it.
 *
 * @param status the HTTP status
 * @param request the method and the address
 * @param body what the body says
 * @param note what else there is to say, empty if nothing
 * @param retryAfter how long the server asks to be left alone, null if it does not
 */
record ErrorAnswer(
        int status,
        String request,
        ErrorBody body,
        String note,
        @Nullable Duration retryAfter) {
    ErrorAnswer with(String note) {
        return new ErrorAnswer(status, request, body, note, retryAfter);
    }

    String message() {
        StringBuilder message = new StringBuilder(request).append(": status ").append(status);
        String text = body.text();
        if (!text.isEmpty()) {
            message.append(": ").append(text);
        }
        if (!note.isEmpty()) {
            message.append(" (").append(note).append(')');
        }
        return message.toString();
    }
}
