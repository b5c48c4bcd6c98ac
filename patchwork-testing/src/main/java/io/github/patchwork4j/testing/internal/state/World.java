package io.github.patchwork4j.testing.internal.state;

import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.internal.http.ServerFault;
import io.github.patchwork4j.testing.internal.text.PythonInt;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Everything the server knows. Whoever reads holds the read lock of {@link #lock()} for the whole answer, so that an answer
 * never shows half of a change.
 */
public final class World {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, String> about = new LinkedHashMap<>();
    private final ProjectTable projects = new ProjectTable();
    private final UserTable users = new UserTable();
    private final Table<PersonRow> people = new Table<>();
    private final Table<StateRow> states = new Table<>();
    private final PatchTable patches = new PatchTable();
    private final CoverTable covers = new CoverTable();
    private final SeriesTable series = new SeriesTable();
    private final CommentTable patchComments = new CommentTable();
    private final CommentTable coverComments = new CommentTable();
    private final CheckTable checks = new CheckTable();
    private final EventTable events = new EventTable();
    private final BundleTable bundles = new BundleTable();
    private final Table<WebhookRow> webhooks = new Table<>();
    private final SeriesReferences seriesReferences = new SeriesReferences();
    private final List<DelegationRule> delegationRules = new ArrayList<>();
    private final Map<String, Long> otherLastIds = new LinkedHashMap<>();
    private String timeZone = "UTC";
    private LibraryStack libraries = LibraryStack.DJANGO_3_2;
    private Profile profile = Profile.PATCHWORK_3_2;

    /** Starts without anything, not even states. */
    public World() {}

    /**
     * Returns the lock that guards all tables.
     *
     * @return one and the same lock
     */
    public ReadWriteLock lock() {
        return lock;
    }

    /**
     * Returns where this world comes from.
     *
     * @return free texts, kept for those who read snapshots
     */
    public Map<String, String> about() {
        return about;
    }

    /**
     * Returns the projects.
     *
     * @return the table
     */
    public ProjectTable projects() {
        return projects;
    }

    /**
     * Returns the users.
     *
     * @return the table
     */
    public UserTable users() {
        return users;
    }

    /**
     * Returns the people.
     *
     * @return the table
     */
    public Table<PersonRow> people() {
        return people;
    }

    /**
     * Returns the states of patches.
     *
     * @return the table
     */
    public Table<StateRow> states() {
        return states;
    }

    /**
     * Returns the patches.
     *
     * @return the table
     */
    public PatchTable patches() {
        return patches;
    }

    /**
     * Returns the cover letters.
     *
     * @return the table
     */
    public CoverTable covers() {
        return covers;
    }

    /**
     * Returns the series.
     *
     * @return the table
     */
    public SeriesTable series() {
        return series;
    }

    /**
     * Returns the comments on patches.
     *
     * @return the table
     */
    public CommentTable patchComments() {
        return patchComments;
    }

    /**
     * Returns the comments on covers.
     *
     * @return the table
     */
    public CommentTable coverComments() {
        return coverComments;
    }

    /**
     * Returns the checks.
     *
     * @return the table
     */
    public CheckTable checks() {
        return checks;
    }

    /**
     * Returns the events.
     *
     * @return the table
     */
    public EventTable events() {
        return events;
    }

    /**
     * Returns the bundles.
     *
     * @return the table
     */
    public BundleTable bundles() {
        return bundles;
    }

    /**
     * Returns the webhooks, which only 4.0 has.
     *
     * @return all webhooks
     */
    public Table<WebhookRow> webhooks() {
        return webhooks;
    }

    /**
     * Returns the Message-Ids by which series are found.
     *
     * @return the table
     */
    public SeriesReferences seriesReferences() {
        return seriesReferences;
    }

    /**
     * Returns who gets which patches.
     *
     * @return a list that can be added to
     */
    public List<DelegationRule> delegationRules() {
        return delegationRules;
    }

    /**
     * Returns the highest ids of what has no table here.
     *
     * @return a map that can be added to
     */
    public Map<String, Long> otherLastIds() {
        return otherLastIds;
    }

    /**
     * Gives an id to a new relation between patches.
     *
     * @return an id that no relation ever had
     */
    public long nextRelation() {
        long highest =
                patches.all().stream().mapToLong(PatchRow::relation).max().orElse(Row.NONE);
        return otherLastIds.merge("relation", highest + 1, (last, next) -> Math.max(last + 1, next));
    }

    /**
     * Turns a number that a client sent into an id.
     *
     * @param number any number
     * @return the id; {@link Row#NONE}, which no row has, if the database has no room for the number
     * @throws ServerFault if the libraries ask the database all the same
     */
    public long id(BigInteger number) {
        if (!PythonInt.isBeyondDatabase(number)) {
            return number.longValue();
        }
        if (libraries.isNew()) {
            return Row.NONE;
        }
        throw new ServerFault("the database has no room for the id " + number);
    }

    /**
     * Returns the libraries that this installation runs on.
     *
     * @return the older ones unless they were changed
     */
    public LibraryStack libraries() {
        return libraries;
    }

    /**
     * Changes the libraries that this installation runs on.
     *
     * @param libraries the libraries
     */
    public void setLibraries(LibraryStack libraries) {
        this.libraries = libraries;
    }

    /**
     * Returns the Patchwork that answers.
     *
     * @return 3.2 unless another was set
     */
    public Profile profile() {
        return profile;
    }

    /**
     * Sets the Patchwork that answers.
     *
     * @param profile the Patchwork
     */
    public void setProfile(Profile profile) {
        this.profile = profile;
    }

    /**
     * Returns the zone of the clock that dates events and checks.
     *
     * @return the name of a zone
     */
    public String timeZone() {
        return timeZone;
    }

    /**
     * Changes the zone of the clock that dates events and checks.
     *
     * @param timeZone the name of a zone
     */
    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }
}
