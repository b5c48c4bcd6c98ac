package io.github.patchwork4j.testing.internal.state;

/**
 * Something that happened; everything it refers to is shown as it is now.
 *
 * @param id the id
 * @param category what happened
 * @param project a project's id
 * @param date microseconds, on the server's own clock
 * @param actor the id of the user who did it, or {@link Row#NONE}
 * @param subjects the objects it is about
 * @param change what became of them
 */
public record EventRow(
        long id, EventCategory category, long project, long date, long actor, Subjects subjects, Change change)
        implements Dated {

    /**
     * Forgets a user who is gone.
     *
     * @param user the user's id
     * @return a new row in which nobody stands in the user's place
     */
    public EventRow without(long user) {
        Change rest = new Change(
                change.previousState(),
                change.currentState(),
                change.previousDelegate() == user ? NONE : change.previousDelegate(),
                change.currentDelegate() == user ? NONE : change.currentDelegate());
        return new EventRow(id, category, project, date, actor == user ? NONE : actor, subjects, rest);
    }

    /**
     * The objects an event is about, each possibly {@link Row#NONE}.
     *
     * @param patch a patch's id
     * @param series a series' id
     * @param cover a cover's id
     * @param comment the id of a comment on the patch or the cover
     * @param check a check's id
     */
    public record Subjects(long patch, long series, long cover, long comment, long check) {}

    /**
     * The two sides of a change, each possibly {@link Row#NONE}.
     *
     * @param previousState a state's id
     * @param currentState a state's id
     * @param previousDelegate a user's id
     * @param currentDelegate a user's id
     */
    public record Change(long previousState, long currentState, long previousDelegate, long currentDelegate) {

        /** Where nothing changed. */
        public static final Change NOTHING = new Change(NONE, NONE, NONE, NONE);
    }
}
