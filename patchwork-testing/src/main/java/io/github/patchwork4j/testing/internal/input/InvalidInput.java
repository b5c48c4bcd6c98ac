package io.github.patchwork4j.testing.internal.input;

import java.util.List;
import java.util.Map;

/** Fields that were filled in wrongly. */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> errors;

    InvalidInput(Map<String, Object> errors) {
        super(errors.toString());
        this.errors = errors;
    }

    /**
     * Refuses a body as a whole.
     *
     * @param message a sentence
     * @return the refusal
     */
    static InvalidInput whole(String message) {
        return new InvalidInput(Map.of("detail", List.of(message)));
    }

    /**
     * Refuses a single field.
     *
     * @param field its name
     * @param message a sentence
     * @return the refusal
     */
    public static InvalidInput of(String field, String message) {
        return new InvalidInput(Map.of(field, List.of(message)));
    }

    /**
     * Returns the messages.
     *
     * @return by field, as lists of sentences or once more as maps
     */
    public Map<String, Object> errors() {
        return errors;
    }
}
