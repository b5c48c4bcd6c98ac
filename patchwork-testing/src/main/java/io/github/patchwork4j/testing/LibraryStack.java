package io.github.patchwork4j.testing;

/**
 * The libraries that a Patchwork 3 server runs on. The same Patchwork answers differently in a few places, most visibly in
 * the text of answers about missing objects.
 */
public enum LibraryStack {
    /**
     * Django 3.2 with Django REST framework 3.14, the default. What is missing is {@code Not found.}, and numbers that the
     * database has no room for are faults of the server.
     */
    DJANGO_3_2,
    /**
     * Django 5.2 with Django REST framework 3.16. What is missing is named ({@code No Patch matches the given query.}),
     * {@code since} and {@code before} take dates without a time too, {@code q} takes quoted phrases, an empty {@code page}
     * is the first one, and numbers that the database has no room for belong to nothing.
     */
    DJANGO_5_2;

    /**
     * Tells whether this is the newer one.
     *
     * @return whether it is
     */
    public boolean isNew() {
        return this == DJANGO_5_2;
    }
}
