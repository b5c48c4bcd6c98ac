package io.github.patchwork4j.testing.internal.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The login of a user, and the profile that belongs to it.
 *
 * @param password in the clear, for no real password belongs in a fake
 * @param token the API token, or null
 * @param active whether the user may log in
 * @param staff whether the admin pages are open to the user
 * @param superuser whether the user has every right there
 * @param profileId the id of the profile, which the API shows for maintainers where a user id is expected
 * @param maintains ids of projects
 * @param settings the preferences
 */
public record Account(
        @Nullable String password,
        @Nullable String token,
        boolean active,
        boolean staff,
        boolean superuser,
        long profileId,
        List<Long> maintains,
        Settings settings) {

    /**
     * Changes the preferences.
     *
     * @param newSettings the preferences
     * @return a new account
     */
    public Account with(Settings newSettings) {
        return new Account(password, token, active, staff, superuser, profileId, maintains, newSettings);
    }

    /**
     * Forgets a project that is gone.
     *
     * @param project the project's id
     * @return an account that does not maintain it
     */
    public Account without(long project) {
        List<Long> others = maintains.stream().filter(id -> id != project).toList();
        return new Account(password, token, active, staff, superuser, profileId, others, settings);
    }

    /**
     * The preferences of a user, which the API shows to nobody else.
     *
     * @param sendEmail whether the web pages send mail in the user's name
     * @param itemsPerPage the page size of the web pages, not of the API
     * @param showIds whether the web pages show ids
     */
    public record Settings(boolean sendEmail, long itemsPerPage, boolean showIds) {}
}
