package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.PersonRef;
import java.util.concurrent.CompletableFuture;

/**
 * The people of a server. Reading them needs a login on Patchwork 3.x. They are asked for without a thread that waits:
 * the futures fail with what the methods of {@link PersonResource} throw.
 */
public final class AsyncPeople {
    private final ApiPeople requests;

    AsyncPeople(ApiPeople requests) {
        this.requests = requests;
    }

    /**
     * Reads a person.
     *
     * @param id the id
     * @return it
     */
    public CompletableFuture<Person> get(long id) {
        return requests.toGet(id).start();
    }

    /**
     * Reads a person that something else names.
     *
     * @param person it, in any form
     * @return it, whole
     */
    public CompletableFuture<Person> get(PersonRef person) {
        return get(person.id());
    }

    /**
     * Lists people.
     *
     * @param query which
     * @return them, all pages
     */
    public AsyncPaged<Person> list(PersonQuery query) {
        return new AsyncPaged<>(requests.list(query));
    }

    /**
     * Lists all people.
     *
     * @return them, all pages
     */
    public AsyncPaged<Person> list() {
        return list(PersonQuery.builder().build());
    }
}
