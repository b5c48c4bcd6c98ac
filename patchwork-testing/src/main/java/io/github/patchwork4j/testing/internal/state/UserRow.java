package io.github.patchwork4j.testing.internal.state;

/**
 * Somebody who can have patches delegated, own bundles and post checks.
 *
 * @param id the id
 * @param username the login name
 * @param firstName possibly empty
 * @param lastName possibly empty
 * @param email possibly empty
 * @param account what no other user sees
 */
public record UserRow(long id, String username, String firstName, String lastName, String email, Account account)
        implements Row {

    /**
     * Changes what no other user sees.
     *
     * @param newAccount the account
     * @return a new row
     */
    public UserRow with(Account newAccount) {
        return new UserRow(id, username, firstName, lastName, email, newAccount);
    }

    /**
     * Tells whether this user maintains a project.
     *
     * @param project a project's id
     * @return whether it is among those maintained
     */
    public boolean maintains(long project) {
        return account.maintains().contains(project);
    }
}
