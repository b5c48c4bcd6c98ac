package io.github.patchwork4j.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to change about a project. Its maintainers may; all else about a project is set by the administrators. */
public final class ProjectUpdate extends Changes {
    private ProjectUpdate(Map<String, @Nullable Object> fields) {
        super(fields);
    }

    /**
     * {@return a builder of an update that changes nothing yet}
     */
    public static Builder builder() {
        return new Builder();
    }

    boolean writesFormats() {
        return has("list_archive_url") || has("list_archive_url_format") || has("commit_url_format");
    }

    boolean writesDependencies() {
        return has("show_dependencies");
    }

    /** Makes {@link ProjectUpdate}s. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the address of the project's home page.
         *
         * @param webUrl any text of up to 2000 characters; empty for none
         * @return this builder
         */
        public Builder webUrl(String webUrl) {
            fields.put("web_url", webUrl);
            return this;
        }

        /**
         * Sets the address of the repository.
         *
         * @param scmUrl any text of up to 2000 characters; empty for none
         * @return this builder
         */
        public Builder scmUrl(String scmUrl) {
            fields.put("scm_url", scmUrl);
            return this;
        }

        /**
         * Sets the address of the repository for browsers.
         *
         * @param webscmUrl any text of up to 2000 characters; empty for none
         * @return this builder
         */
        public Builder webscmUrl(String webscmUrl) {
            fields.put("webscm_url", webscmUrl);
            return this;
        }

        /**
         * Sets the address of the archive of the mailing list; since API 1.2.
         *
         * @param listArchiveUrl any text of up to 2000 characters; empty for none
         * @return this builder
         */
        public Builder listArchiveUrl(String listArchiveUrl) {
            fields.put("list_archive_url", listArchiveUrl);
            return this;
        }

        /**
         * Sets the format of addresses in the archive; since API 1.2.
         *
         * @param format an address with {@code {}} where the message id goes; empty for none
         * @return this builder
         * @throws IllegalArgumentException if it holds other braces: Patchwork 3.x then leaves the addresses
         *     out of its answers
         */
        public Builder listArchiveUrlFormat(String format) {
            WriteValues.refusePlaceholders(format);
            fields.put("list_archive_url_format", format);
            return this;
        }

        /**
         * Sets the format of addresses of commits; since API 1.2.
         *
         * @param format an address with {@code {}} where the commit goes; empty for none
         * @return this builder
         * @throws IllegalArgumentException if it holds other braces: Patchwork 3.x then leaves the addresses
         *     out of its answers
         */
        public Builder commitUrlFormat(String format) {
            WriteValues.refusePlaceholders(format);
            fields.put("commit_url_format", format);
            return this;
        }

        /**
         * Shows the dependencies of the project's series, or hides them; since API 1.4, and not on Patchwork 4.0.
         *
         * @param showDependencies whether they are shown
         * @return this builder
         */
        public Builder showDependencies(boolean showDependencies) {
            fields.put("show_dependencies", showDependencies);
            return this;
        }

        /**
         * Makes the update.
         *
         * @return a new update
         * @throws IllegalStateException if nothing is set
         */
        public ProjectUpdate build() {
            return new ProjectUpdate(fields);
        }
    }
}
