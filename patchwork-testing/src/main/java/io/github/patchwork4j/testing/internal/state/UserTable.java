package io.github.patchwork4j.testing.internal.state;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users, who are also found by their login names and tokens. */
public final class UserTable extends Table<UserRow> {
    private final Map<String, UserRow> byUsername = new HashMap<>();
    private final Map<String, UserRow> byToken = new HashMap<>();

    /** Starts empty. */
    public UserTable() {}

    @Override
    public void add(UserRow row) {
        super.add(row);
        index(row);
    }

    @Override
    public void replace(UserRow row) {
        super.replace(row);
        index(row);
    }

    @Override
    public void remove(long id) {
        UserRow row = get(id);
        byUsername.remove(row.username());
        byToken.values().remove(row);
        super.remove(id);
    }

    private void index(UserRow row) {
        byUsername.put(row.username(), row);
        String token = row.account().token();
        if (token != null) {
            byToken.put(token, row);
        }
    }

    /**
     * Finds a user by login name.
     *
     * @param username compared with case
     * @return the user, or null
     */
    public @Nullable UserRow named(String username) {
        return byUsername.get(username);
    }

    /**
     * Finds the owner of a token.
     *
     * @param token compared with case
     * @return the user, or null
     */
    public @Nullable UserRow withToken(String token) {
        return byToken.get(token);
    }

    /**
     * Returns who maintains a project.
     *
     * @param project the project's id
     * @return users by the id of their profile
     */
    public List<UserRow> maintainersOf(long project) {
        return all().stream()
                .filter(user -> user.maintains(project))
                .sorted(Comparator.comparingLong(user -> user.account().profileId()))
                .toList();
    }
}
