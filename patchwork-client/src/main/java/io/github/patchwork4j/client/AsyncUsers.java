package io.github.patchwork4j.client;

import io.github.patchwork4j.core.User;
import io.github.patchwork4j.core.UserRef;
import java.util.concurrent.CompletableFuture;

/**
 * The users of a server. Reading them needs a login. They are asked for without a thread that waits: the futures fail
 * with what the methods of {@link UserResource} throw.
 */
public final class AsyncUsers {
    private final ApiUsers requests;

    AsyncUsers(ApiUsers requests) {
        this.requests = requests;
    }

    /**
     * Reads a user.
     *
     * @param id the id
     * @return it
     */
    public CompletableFuture<User> get(long id) {
        return requests.toGet(id).start();
    }

    /**
     * Reads a user that something else names.
     *
     * @param user it, in any form
     * @return it, whole
     */
    public CompletableFuture<User> get(UserRef user) {
        return get(user.id());
    }

    /**
     * Changes the user who asks.
     *
     * @param id the id
     * @param update what to change
     * @return the user as it is now
     */
    public CompletableFuture<User> update(long id, UserUpdate update) {
        return requests.toUpdate(id, update).start();
    }

    /**
     * Lists users.
     *
     * @param query which
     * @return them, all pages
     */
    public AsyncPaged<User> list(UserQuery query) {
        return new AsyncPaged<>(requests.list(query));
    }

    /**
     * Lists all users.
     *
     * @return them, all pages
     */
    public AsyncPaged<User> list() {
        return list(UserQuery.builder().build());
    }
}
