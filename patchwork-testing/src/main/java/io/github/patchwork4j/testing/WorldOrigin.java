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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What a world is made of, so that it can be made again: a snapshot, what is added to it, and mails. */
final class WorldOrigin {
    private final List<Consumer<World>> additions = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private BiConsumer<Path, List<DeliveredMail>> onDelivery = (archive, mails) -> {};
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
        deliveries.add(new Delivery(archive, listId));
    }

    /** Tells from now on what became of the mails of each archive. */
    void onDelivery(BiConsumer<Path, List<DeliveredMail>> listener) {
        onDelivery = listener;
    }

    /** Keeps what is there so far. */
    WorldOrigin copy() {
        WorldOrigin copy = new WorldOrigin();
        copy.pristine = pristine;
        copy.additions.addAll(additions);
        copy.deliveries.addAll(deliveries);
        copy.onDelivery = onDelivery;
        return copy;
    }

    World newWorld(Clock clock) {
        World world = pristine == null ? EmptyWorld.create() : WorldCopy.of(pristine);
        additions.forEach(addition -> addition.accept(world));
        MailIn intake = new MailIn(world, clock);
        deliveries.forEach(delivery ->
                onDelivery.accept(delivery.archive(), Postman.deliver(delivery.archive(), intake, delivery.listId())));
        return world;
    }

    /**
     * Mails that each world gets.
     *
     * @param archive where they are
     * @param listId the list that they came by; empty if their headers tell
     */
    private record Delivery(Path archive, Optional<String> listId) {}
}
