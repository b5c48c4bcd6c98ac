package io.github.patchwork4j.client;

import io.github.patchwork4j.core.User;
import io.github.patchwork4j.core.UserRef;

/** The users of a server. Reading them needs a login. */
public interface UserResource {
    /**
     * Reads a user.
     *
     * @param id the id
     * @return it
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    User get(long id);

    /**
     * Reads a user that something else names.
     *
     * @param user it, in any form
     * @return it, whole
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default User get(UserRef user) {
        return get(user.id());
    }

    /**
     * Changes the user who asks.
     *
     * @param id the id
     * @param update what to change
     * @return the user as it is now
     * @throws PermissionException if the caller may not
     * @throws BadRequestException if the server does not take a value
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    User update(long id, UserUpdate update);

    /**
     * Lists users.
     *
     * @param query which
     * @return them, all pages
     */
    Paged<User> list(UserQuery query);

    /**
     * Lists all users.
     *
     * @return them, all pages
     */
    default Paged<User> list() {
        return list(UserQuery.builder().build());
    }
}
