package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.PersonRef;

/** The people of a server. Reading them needs a login on Patchwork 3.x. */
public interface PersonResource {
    /**
     * Reads a person.
     *
     * @param id the id
     * @return it
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    Person get(long id);

    /**
     * Reads a person that something else names.
     *
     * @param person it, in any form
     * @return it, whole
     * @throws NotFoundException if there is none
     * @throws PatchworkException if the request fails
     */
    default Person get(PersonRef person) {
        return get(person.id());
    }

    /**
     * Lists people.
     *
     * @param query which
     * @return them, all pages
     */
    Paged<Person> list(PersonQuery query);

    /**
     * Lists all people.
     *
     * @return them, all pages
     */
    default Paged<Person> list() {
        return list(PersonQuery.builder().build());
    }
}
