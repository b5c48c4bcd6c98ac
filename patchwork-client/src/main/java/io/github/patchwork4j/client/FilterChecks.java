package io.github.patchwork4j.client;

/**
 * How far a client mistrusts the filters of lists. Servers answer a filter that they do not understand with an empty list,
 * or with everything, and never with an error.
 */
public enum FilterChecks {
    /** Lists are what the server sends. */
    NONE,
    /**
     * If a list is empty, what its filters name is looked for, and a walk fails with {@link UnknownFilterValueException} if
     * the server does not have it: the project, series, patch, cover letter, user, person or state. On Patchwork 4.0 that
     * holds for the patch or cover letter of checks and comments, too. This takes a request for each name, of empty
     * lists only. Users and, on 3.x, people can be looked for by those who are logged in only; what may not be looked
     * for counts as there. A state counts as there if a patch has it, or if Patchwork comes with it.
     */
    EXISTENCE,
    /**
     * As {@link #EXISTENCE}, and each row is held against the filters. A walk fails with {@link IgnoredFilterException}
     * at the first page with a row that does not pass. It cannot be told from a row whether the words of a search (but for the
     * wildcards of Patchwork 4.0), or the series, patch or cover letter of an event fit. On 3.x a state must have the slug that comes of its name.
     */
    ROWS
}
