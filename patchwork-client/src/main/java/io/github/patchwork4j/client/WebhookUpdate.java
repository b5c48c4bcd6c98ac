package io.github.patchwork4j.client;

import io.github.patchwork4j.core.EventCategory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to change about a webhook. */
public final class WebhookUpdate extends Changes {
    private WebhookUpdate(Map<String, @Nullable Object> fields) {
        super(fields);
    }

    /**
     * {@return a builder of an update that changes nothing yet}
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes {@link WebhookUpdate}s. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Posts events elsewhere.
         *
         * @param url where
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder url(String url) {
            WriteValues.refuseBlank("the address of the webhook", url);
            fields.put("url", url);
            return this;
        }

        /**
         * Signs with another secret.
         *
         * @param secret the secret
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder secret(String secret) {
            WriteValues.refuseBlank("the secret of the webhook", secret);
            fields.put("secret", secret);
            return this;
        }

        /**
         * Tells of these events only. Names that no server has are refused, for a server would take them and tell of nothing.
         *
         * @param categories their categories
         * @return this builder
         * @throws IllegalArgumentException if there are none, or one is none that servers make
         */
        public Builder events(EventCategory... categories) {
            fields.put("events", WriteValues.knownCategories(categories));
            return this;
        }

        /**
         * Tells of all events.
         *
         * @return this builder
         */
        public Builder allEvents() {
            fields.put("events", "*");
            return this;
        }

        /**
         * Turns the webhook on.
         *
         * @return this builder
         */
        public Builder active() {
            fields.put("active", true);
            return this;
        }

        /**
         * Turns the webhook off.
         *
         * @return this builder
         */
        public Builder inactive() {
            fields.put("active", false);
            return this;
        }

        /**
         * Makes the update.
         *
         * @return a new update
         * @throws IllegalStateException if nothing is set
         */
        public WebhookUpdate build() {
            return new WebhookUpdate(fields);
        }
    }
}
