package io.github.patchwork4j.testing;

import io.github.patchwork4j.testing.internal.server.Strictness;
import io.github.patchwork4j.testing.internal.snapshot.Additions;
import io.github.patchwork4j.testing.internal.snapshot.GeneratedPatches;
import io.github.patchwork4j.testing.internal.snapshot.LastIds;
import io.github.patchwork4j.testing.internal.state.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Says what a {@link FakePatchwork} starts with. */
public final class FakePatchworkBuilder {
    private final WorldOrigin origin;
    private Consumer<JournalEntry> onMisreading = entry -> {};
    private boolean lenient;
    private boolean realFaults;
    private Clock clock = Clock.systemUTC();
    private int port;

    FakePatchworkBuilder(WorldOrigin origin) {
        this.origin = origin;
    }

    /**
     * Starts with the world of a snapshot.
     *
     * @param snapshot a file in the snapshot format
     * @return this
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it is no snapshot
     */
    public FakePatchworkBuilder world(Path snapshot) {
        try (InputStream stream = Files.newInputStream(snapshot)) {
            return world(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the world " + snapshot, e);
        }
    }

    /**
     * Starts with the world of a snapshot.
     *
     * @param snapshot a stream in the snapshot format, which is read to its end and left open
     * @return this
     * @throws UncheckedIOException if the stream cannot be read
     * @throws IllegalArgumentException if it is no snapshot
     */
    public FakePatchworkBuilder world(InputStream snapshot) {
        try {
            origin.snapshot(snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the world", e);
        }
        return this;
    }

    /**
     * Takes the time from a clock. Events and checks show it in the time zone of the world, whatever the clock's own.
     *
     * @param clock any clock
     * @return this
     */
    public FakePatchworkBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Answers as Patchwork does on certain libraries.
     *
     * @param libraries the libraries, the older ones unless this is called
     * @return this
     */
    public FakePatchworkBuilder libraries(LibraryStack libraries) {
        origin.add(world -> world.setLibraries(libraries));
        return this;
    }

    /**
     * Answers as a certain Patchwork does.
     *
     * @param profile the Patchwork, 3.2 unless this is called; 4.0 does not ask for {@link #libraries}
     * @return this
     */
    public FakePatchworkBuilder profile(Profile profile) {
        origin.add(world -> world.setProfile(profile));
        return this;
    }

    /**
     * Adds patches of invented people, with their series and events: the same ones for the same seed. A million of them
     * needs less than two gigabytes. Pages of whole lists cost no more than of short ones; a filter looks at every row.
     *
     * @param linkName the link name of their project, which is made unless there is one of that name
     * @param count how many patches
     * @param seed what chance begins with
     * @return this
     */
    public FakePatchworkBuilder generatedPatches(String linkName, int count, long seed) {
        origin.add(world -> GeneratedPatches.add(world, linkName, count, seed));
        return this;
    }

    /**
     * Makes something go wrong with all events from now on; those of the snapshot stay as they are.
     *
     * @param troubles what goes wrong
     * @return this
     */
    public FakePatchworkBuilder eventTroubles(EventTrouble... troubles) {
        origin.add(world -> world.events().troubles().addAll(List.of(troubles)));
        return this;
    }

    /**
     * Sets the time zone of the server. In 3.x it shows in the dates of events and checks, though not by name; in 4.0
     * all dates carry it.
     *
     * @param zone the zone, that of the snapshot unless this is called
     * @return this
     */
    public FakePatchworkBuilder serverZone(ZoneId zone) {
        origin.add(world -> world.setTimeZone(zone.getId()));
        return this;
    }

    /**
     * Listens on a certain port.
     *
     * @param port the port, or 0 for any that is free
     * @return this
     */
    public FakePatchworkBuilder port(int port) {
        this.port = port;
        return this;
    }

    /**
     * Answers requests that a real server would misread as that server does. Without this the fake is strict: it refuses
     * an unknown parameter, a filter that the version ignores, a value that empties the list, a field that cannot be
     * written, a missing slash or User-Agent and the like with status 400 and a text that explains, and
     * {@link FakePatchwork#close} throws. A write among them does not take place.
     *
     * @return this
     */
    public FakePatchworkBuilder lenient() {
        this.lenient = true;
        return this;
    }

    /**
     * Fails with status 500 where the real server does. Without this such requests are refused with an explanation, and
     * {@link FakePatchwork#close} throws.
     *
     * @return this
     */
    public FakePatchworkBuilder realFaults() {
        this.realFaults = true;
        return this;
    }

    /**
     * Tells of each request that a real server would misread, whether the fake is strict or not.
     *
     * @param listener is called on a thread of the server
     * @return this
     */
    public FakePatchworkBuilder onMisreading(Consumer<JournalEntry> listener) {
        this.onMisreading = listener;
        return this;
    }

    /**
     * Chooses the id of the next object of a kind.
     *
     * @param kind {@code patch}, {@code cover}, {@code series}, {@code patch_comment}, {@code cover_comment},
     *     {@code check}, {@code bundle}, {@code event}, {@code person}, {@code project} or {@code user}
     * @param id the id; it is ignored if the world has given a higher one already
     * @return this
     * @throws IllegalArgumentException if there is no such kind
     */
    public FakePatchworkBuilder firstId(String kind, long id) {
        LastIds.reserve(new World(), kind, id);
        origin.add(world -> LastIds.reserve(world, kind, id));
        return this;
    }

    /**
     * Adds a project to the world.
     *
     * @param linkName what urls carry, also taken for the name
     * @param listId the List-Id of its mailing list
     * @return this
     */
    public FakePatchworkBuilder project(String linkName, String listId) {
        origin.add(world -> Additions.project(world, linkName, listId));
        return this;
    }

    /**
     * Adds a user to the world, whose profile has another id than the user, as on servers that are not new.
     *
     * @param username the login name
     * @param token the token of the API
     * @param maintains link names of projects, which may have been added before
     * @return this
     */
    public FakePatchworkBuilder user(String username, String token, String... maintains) {
        List<String> linkNames = List.of(maintains);
        origin.add(world -> Additions.user(world, username, token, linkNames));
        return this;
    }

    /**
     * Delivers mails before the server starts, and again after {@link FakePatchwork#reset}.
     *
     * @param archive a mail, an mbox, a Maildir or a folder of mails, compressed or not
     * @param listId the List-Id of the mailing list that they came by, whatever their headers say; one that no project has
     *     gets a project called by its first word
     * @return this
     */
    public FakePatchworkBuilder mail(Path archive, String listId) {
        return mail(archive, Optional.of(listId));
    }

    /**
     * Delivers mails before the server starts, and again after {@link FakePatchwork#reset}.
     *
     * @param archive a mail, an mbox, a Maildir or a folder of mails, compressed or not; mails by a list that no project has
     *     are dropped
     * @return this
     */
    public FakePatchworkBuilder mail(Path archive) {
        return mail(archive, Optional.empty());
    }

    private FakePatchworkBuilder mail(Path archive, Optional<String> listId) {
        listId.ifPresent(id -> origin.add(world -> Additions.projectOfList(world, id)));
        origin.deliver(archive, listId);
        return this;
    }

    /**
     * Tells what became of the mails of an archive that {@link #mail(Path)} names, whenever they are delivered.
     *
     * @param listener takes the archive, and what became of each of its mails, in their order
     * @return this
     */
    public FakePatchworkBuilder onDelivery(BiConsumer<Path, List<DeliveredMail>> listener) {
        origin.onDelivery(listener);
        return this;
    }

    /**
     * Starts the server.
     *
     * @return a running server with a world of its own
     * @throws UncheckedIOException if the port cannot be opened
     * @throws UncheckedIOException if mails cannot be read
     * @throws IllegalArgumentException if a user maintains a project that is not there, or a name is taken
     */
    public FakePatchwork start() {
        Strictness strictness = new Strictness(!lenient, !realFaults);
        return new FakePatchwork(new Settings(origin.copy(), clock, port, strictness, onMisreading));
    }

    /**
     * What a server was started with.
     *
     * @param origin what its world is made of
     * @param clock what it takes the time from
     * @param port the port, or 0 for any that is free
     * @param strictness what is refused
     * @param onMisreading is told of each request that a real server would misread
     */
    record Settings(
            WorldOrigin origin, Clock clock, int port, Strictness strictness, Consumer<JournalEntry> onMisreading) {}
}
