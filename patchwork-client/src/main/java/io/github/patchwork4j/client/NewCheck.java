package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A check to post on a patch.
 *
 * <p>A new check takes the place of the last one that the same user posted with the same context: in the summary of the
 * patch on Patchwork 3.x, which keeps both, altogether on 4.0. Use one account for all that a bot posts.
 */
public final class NewCheck extends Changes {
    private static final String CONTEXT = "context";

    private NewCheck(Map<String, @Nullable Object> fields) {
        super(fields);
    }

    /**
     * Begins a check.
     *
     * @param state the outcome
     * @return a builder
     * @throws IllegalArgumentException if it is a number, which servers take for something else or not at all
     */
    public static Builder builder(CheckState state) {
        return new Builder(state);
    }

    /** Returns the check with the context that Patchwork 3.x gives to those without, and that 4.0 wants to be told. */
    NewCheck withContext() {
        if (has(CONTEXT)) {
            return this;
        }
        Map<String, @Nullable Object> fields = copy();
        fields.put(CONTEXT, "default");
        return new NewCheck(fields);
    }

    String context() {
        return String.valueOf(withContext().fields().get(CONTEXT));
    }

    /** Tells whether a check of this context has the same outcome, address and description. */
    boolean says(Check check) {
        return check.state().value().equals(fields().get("state"))
                && check.targetUrl().orElse("").equals(text("target_url"))
                && check.description().orElse("").strip().equals(text("description"));
    }

    /** Returns a text as servers store it; they do not tell an empty one from none. */
    private String text(String field) {
        return fields().get(field) instanceof String text ? text.strip() : "";
    }

    /** Makes {@link NewCheck}s. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder(CheckState state) {
            fields.put("state", WriteValues.outcome(state));
        }

        /**
         * Sets what was checked, or by what; {@code default} unless set.
         *
         * @param context letters, digits, hyphens and underscores, up to 255 of them
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder context(String context) {
            WriteValues.refuseBlank(CONTEXT, context);
            fields.put(CONTEXT, context);
            return this;
        }

        /**
         * Sets where to read more.
         *
         * @param targetUrl an http, https, ftp or ftps address of up to 200 characters; a host needs a dot in its name
         *     on Patchwork 3.x
         * @return this builder
         */
        public Builder targetUrl(String targetUrl) {
            fields.put("target_url", targetUrl);
            return this;
        }

        /**
         * Sets what to say about the outcome.
         *
         * @param description any text; white space around it is dropped on Patchwork 3.x
         * @return this builder
         */
        public Builder description(String description) {
            fields.put("description", description);
            return this;
        }

        /**
         * {@return the new check}
         */
        public NewCheck build() {
            return new NewCheck(fields);
        }
    }
}
