package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to change about a check; on Patchwork 4.0 only. Its date becomes that of the change. */
public final class CheckUpdate extends Changes {
    private static final String STATE = "state";

    private CheckUpdate(Map<String, @Nullable Object> fields) {
        super(fields);
    }

    /**
     * {@return a builder of an update that changes nothing yet}
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Adds what the server wants to be told again: the state, and the context, which it does not change. */
    CheckUpdate of(Check check) {
        Map<String, @Nullable Object> fields = copy();
        fields.putIfAbsent(STATE, WriteValues.outcome(check.state()));
        fields.put("context", check.context());
        return new CheckUpdate(fields);
    }

    @Override
    boolean isToldEachTime() {
        return true;
    }

    /** Tells whether a check is as it would be after this update. */
    boolean isIn(Check check) {
        return isIn(STATE, check.state().value())
                && isIn("target_url", check.targetUrl().orElse(""))
                && isIn("description", check.description().orElse(""));
    }

    private boolean isIn(String field, String value) {
        return !has(field) || value.equals(fields().get(field));
    }

    /** Makes {@link CheckUpdate}s. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the outcome.
         *
         * @param state the outcome
         * @return this builder
         * @throws IllegalArgumentException if it is a number
         */
        public Builder state(CheckState state) {
            fields.put(STATE, WriteValues.outcome(state));
            return this;
        }

        /**
         * Sets where to read more.
         *
         * @param targetUrl an address
         * @return this builder
         */
        public Builder targetUrl(String targetUrl) {
            fields.put("target_url", targetUrl);
            return this;
        }

        /**
         * Takes away where to read more.
         *
         * @return this builder
         */
        public Builder clearTargetUrl() {
            return targetUrl("");
        }

        /**
         * Sets what to say about the outcome.
         *
         * @param description any text
         * @return this builder
         */
        public Builder description(String description) {
            fields.put("description", description);
            return this;
        }

        /**
         * Takes away what is said about the outcome.
         *
         * @return this builder
         */
        public Builder clearDescription() {
            return description("");
        }

        /**
         * Makes the update.
         *
         * @return a new update
         * @throws IllegalStateException if nothing is set
         */
        public CheckUpdate build() {
            return new CheckUpdate(fields);
        }
    }
}
