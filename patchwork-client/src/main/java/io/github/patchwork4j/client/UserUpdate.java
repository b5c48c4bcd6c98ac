package io.github.patchwork4j.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What users change about themselves; nobody else may. */
public final class UserUpdate extends Changes {
    private UserUpdate(Map<String, @Nullable Object> fields) {
        super(fields);
    }

    /**
     * {@return a builder of an update that changes nothing yet}
     */
    public static Builder builder() {
        return new Builder();
    }

    boolean writesSettings() {
        return has("settings");
    }

    /** Makes {@link UserUpdate}s. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        private final Map<String, Object> settings = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the first name.
         *
         * @param firstName up to 150 characters; empty for none
         * @return this builder
         */
        public Builder firstName(String firstName) {
            fields.put("first_name", firstName);
            return this;
        }

        /**
         * Sets the last name.
         *
         * @param lastName up to 150 characters; empty for none
         * @return this builder
         */
        public Builder lastName(String lastName) {
            fields.put("last_name", lastName);
            return this;
        }

        /**
         * Sets whether the server sends mails about what happens to one's patches; since API 1.2, and not on Patchwork
         * 4.0.
         *
         * @param sendEmail whether it does
         * @return this builder
         */
        public Builder sendEmail(boolean sendEmail) {
            return setting("send_email", sendEmail);
        }

        /**
         * Sets how many rows the lists of the web pages have; since API 1.2, and not on Patchwork 4.0.
         *
         * @param itemsPerPage how many, at least 0
         * @return this builder
         * @throws IllegalArgumentException if it is negative, on which servers fail
         */
        public Builder itemsPerPage(int itemsPerPage) {
            if (itemsPerPage < 0) {
                throw new IllegalArgumentException("itemsPerPage is negative: " + itemsPerPage);
            }
            return setting("items_per_page", (long) itemsPerPage);
        }

        /**
         * Sets whether the web pages show the ids of patches; since API 1.2, and not on Patchwork 4.0.
         *
         * @param showIds whether they do
         * @return this builder
         */
        public Builder showIds(boolean showIds) {
            return setting("show_ids", showIds);
        }

        private Builder setting(String name, Object value) {
            settings.put(name, value);
            fields.put("settings", Collections.unmodifiableMap(new LinkedHashMap<>(settings)));
            return this;
        }

        /**
         * Makes the update.
         *
         * @return a new update
         * @throws IllegalStateException if nothing is set
         */
        public UserUpdate build() {
            return new UserUpdate(fields);
        }
    }
}
