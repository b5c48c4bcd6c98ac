package io.github.patchwork4j.testing;

import io.github.patchwork4j.testing.internal.intake.MailIn;
import io.github.patchwork4j.testing.internal.intake.Postman;
import io.github.patchwork4j.testing.internal.snapshot.EmptyWorld;
import io.github.patchwork4j.testing.internal.snapshot.SnapshotReader;
import io.github.patchwork4j.testing.internal.snapshot.WorldCopy;
import io.github.patchwork4j.testing.internal.state.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What a world is made of, so that it can be made again: a snapshot, what is added to it, and mails. */
final class WorldOrigin {
    private final List<Consumer<World>> additions = new ArrayList<>();
    private final List<Consumer<MailIn>> deliveries = new ArrayList<>();
    /** The world of the snapshot, which nobody changes. */
    private @Nullable World pristine;

    /** Begins with a snapshot, which is read at once so that a bad one is told of where it is named. */
    void snapshot(InputStream file) throws IOException {
        pristine = SnapshotReader.read(new Buffer().readFrom(file));
    }

    /** Does something to each world after the snapshot is read, in the order of these calls. */
    void add(Consumer<World> addition) {
        additions.add(addition);
    }

    /** Delivers mails to each world after everything was added. */
    void deliver(Path archive, Optional<String> listId) {
        deliveries.add(intake -> Postman.deliver(archive, intake, listId));
    }

    /** Keeps what is there so far. */
    WorldOrigin copy() {
        WorldOrigin copy = new WorldOrigin();
        copy.pristine = pristine;
        copy.additions.addAll(additions);
        copy.deliveries.addAll(deliveries);
        return copy;
    }

    World newWorld(Clock clock) {
        World world = pristine == null ? EmptyWorld.create() : WorldCopy.of(pristine);
        additions.forEach(addition -> addition.accept(world));
        MailIn intake = new MailIn(world, clock);
        deliveries.forEach(delivery -> delivery.accept(intake));
        return world;
    }
}
