package io.github.patchwork4j.client;

import io.github.patchwork4j.core.EventCategory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A webhook to make: an address that the server tells of events. */
public final class NewWebhook extends Changes {
    private NewWebhook(Map<String, @Nullable Object> fields) {
        super(fields);
    }

    /**
     * Begins a webhook that is told of all events.
     *
     * @param url where to post them, an address no other webhook of the project has; the server does not look at it
     * @param secret what the posts are signed with, to be checked by {@link WebhookSignature}
     * @return a builder
     * @throws IllegalArgumentException if the address or the secret is blank: posts without a signature may come from anybody
     */
    public static Builder builder(String url, String secret) {
        return new Builder(url, secret);
    }

    /** Makes {@link NewWebhook}s. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder(String url, String secret) {
            WriteValues.refuseBlank("the address of the webhook", url);
            WriteValues.refuseBlank("the secret of the webhook", secret);
            fields.put("url", url);
            fields.put("secret", secret);
            fields.put("events", "*");
        }

        /**
         * Tells only of some events.
         *
         * @param categories their categories
         * @return this builder
         * @throws IllegalArgumentException if there are none, which the server would take for all
         */
        public Builder events(EventCategory... categories) {
            fields.put("events", WriteValues.categories(categories));
            return this;
        }

        /**
         * Tells of nothing until the webhook is changed.
         *
         * @return this builder
         */
        public Builder inactive() {
            fields.put("active", false);
            return this;
        }

        /**
         * {@return the new webhook}
         */
        public NewWebhook build() {
            return new NewWebhook(fields);
        }
    }
}
