package io.github.patchwork4j.testing;

import io.github.patchwork4j.testing.internal.intake.MailIn;
import io.github.patchwork4j.testing.internal.intake.Postman;
import io.github.patchwork4j.testing.internal.snapshot.EmptyWorld;
import io.github.patchwork4j.testing.internal.snapshot.SnapshotReader;
import io.github.patchwork4j.testing.internal.state.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What a world is made of, so that it can be made again: a snapshot, what is added to it, and mails. */
final class WorldOrigin {
    private final List<Consumer<World>> additions = new ArrayList<>();
    private final List<Consumer<MailIn>> deliveries = new ArrayList<>();
    private ByteString snapshot = ByteString.EMPTY;
    /** The world of the snapshot until a server has taken it; the next one reads the snapshot again. */
    private @Nullable World parsed;

    /** Begins with a snapshot, which is read at once so that a bad one is told of where it is named. */
    void snapshot(ByteString file) {
        snapshot = file;
        parsed = read(file);
    }

    /** Does something to each world after the snapshot is read, in the order of these calls. */
    void add(Consumer<World> addition) {
        additions.add(addition);
    }

    /** Delivers mails to each world after everything was added. */
    void deliver(Path archive, Optional<String> listId) {
        deliveries.add(intake -> Postman.deliver(archive, intake, listId));
    }

    /** Hands on what is there so far; the world that was read goes to the copy. */
    WorldOrigin copy() {
        WorldOrigin copy = new WorldOrigin();
        copy.snapshot = snapshot;
        copy.parsed = parsed;
        parsed = null;
        copy.additions.addAll(additions);
        copy.deliveries.addAll(deliveries);
        return copy;
    }

    World newWorld(Clock clock) {
        World ready = parsed;
        parsed = null;
        World world = ready != null ? ready : snapshot.size() == 0 ? EmptyWorld.create() : read(snapshot);
        additions.forEach(addition -> addition.accept(world));
        MailIn intake = new MailIn(world, clock);
        deliveries.forEach(delivery -> delivery.accept(intake));
        return world;
    }

    private static World read(ByteString snapshot) {
        try {
            return SnapshotReader.read(new Buffer().write(snapshot));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the world", e);
        }
    }
}
