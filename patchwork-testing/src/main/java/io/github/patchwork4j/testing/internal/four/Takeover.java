package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.CheckRow;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.World;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happens to the rows of an older server: of each user's checks of a context only the newest is left. */
final class Takeover {
    private static final Comparator<CheckRow> OLDEST_FIRST =
            Comparator.comparingLong(CheckRow::date).thenComparingLong(CheckRow::id);

    private Takeover() {}

    static void of(World world) {
        Map<Source, CheckRow> newest = new HashMap<>();
        Set<Long> gone = new HashSet<>();
        world.checks().all().stream().sorted(OLDEST_FIRST).forEach(check -> {
            CheckRow older = newest.put(new Source(check.patch(), check.user(), check.context()), check);
            if (older != null) {
                gone.add(older.id());
            }
        });
        if (gone.isEmpty()) {
            return;
        }
        List<Long> events = world.events().all().stream()
                .filter(event -> gone.contains(event.subjects().check()))
                .map(EventRow::id)
                .toList();
        events.forEach(world.events()::remove);
        gone.forEach(world.checks()::remove);
    }

    private record Source(long patch, long user, String context) {}
}
