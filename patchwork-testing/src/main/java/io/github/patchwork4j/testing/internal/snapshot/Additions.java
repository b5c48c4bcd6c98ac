package io.github.patchwork4j.testing.internal.snapshot;

import io.github.patchwork4j.testing.internal.state.Account;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.UserRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.List;

/** Rows that are added to a world before it is opened. */
public final class Additions {
    /** So far apart are the ids of users and of their profiles, so that whoever mixes them up finds nothing. */
    private static final long PROFILE_DISTANCE = 1000;

    private static final long ITEMS_PER_PAGE = 100;

    private Additions() {}

    /**
     * Adds a project of which nothing is known but its name and its list.
     *
     * @param world the world
     * @param linkName what urls carry
     * @param listId the List-Id of its mailing list
     * @throws IllegalArgumentException if there is a project of that name
     */
    public static void project(World world, String linkName, String listId) {
        if (world.projects().named(linkName) != null) {
            throw new IllegalArgumentException("there is a project \"" + linkName + "\" already");
        }
        long id = world.projects().lastId() + 1;
        world.projects()
                .add(new ProjectRow(id, linkName, linkName, listId, "", "", "", "", "", "", "", "", true, true, false));
    }

    /**
     * Adds a project for a mailing list, called by the first word of the list's id, unless one has that list.
     *
     * @param world where
     * @param listId the List-Id of the mailing list
     * @throws IllegalArgumentException if another project has the name
     */
    public static void projectOfList(World world, String listId) {
        boolean known = world.projects().all().stream()
                .anyMatch(project -> project.listId().equals(listId));
        if (!known) {
            int dot = listId.indexOf('.');
            project(world, dot < 0 ? listId : listId.substring(0, dot), listId);
        }
    }

    /**
     * Adds a user who can log in with a token.
     *
     * @param world the world
     * @param username the login name
     * @param token the token
     * @param maintains link names of projects
     * @throws IllegalArgumentException if the name or the token is taken, or a project is not there
     */
    public static void user(World world, String username, String token, List<String> maintains) {
        if (world.users().named(username) != null) {
            throw new IllegalArgumentException("there is a user \"" + username + "\" already");
        }
        if (world.users().withToken(token) != null) {
            throw new IllegalArgumentException("the token of \"" + username + "\" belongs to somebody else already");
        }
        List<Long> projects =
                maintains.stream().map(linkName -> project(world, linkName)).toList();
        long id = world.users().lastId() + 1;
        Account account = new Account(
                null,
                token,
                true,
                false,
                false,
                id + PROFILE_DISTANCE,
                projects,
                new Account.Settings(false, ITEMS_PER_PAGE, false));
        world.users().add(new UserRow(id, username, "", "", "", account));
    }

    private static long project(World world, String linkName) {
        ProjectRow project = world.projects().named(linkName);
        if (project == null) {
            throw new IllegalArgumentException("there is no project \"" + linkName + "\" to maintain");
        }
        return project.id();
    }
}
