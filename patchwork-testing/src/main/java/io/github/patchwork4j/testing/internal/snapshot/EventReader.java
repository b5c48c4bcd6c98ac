package io.github.patchwork4j.testing.internal.snapshot;

import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.StateRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.Micros;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads events; of the objects in their payloads only the ids are kept. */
final class EventReader {

    private EventReader() {}

    static void read(JsonObject root, World world) {
        Map<String, Long> states =
                world.states().all().stream().collect(Collectors.toMap(StateRow::slug, StateRow::id));
        for (JsonObject event : root.objects("events")) {
            JsonObject payload = event.object("payload");
            String category = event.text("category").toUpperCase(Locale.ROOT).replace('-', '_');
            world.events()
                    .add(new EventRow(
                            event.id("id"),
                            EventCategory.valueOf(category),
                            event.idOf("project"),
                            Micros.parse(event.text("date")),
                            event.idOf("actor"),
                            subjects(payload),
                            change(payload, states)));
        }
    }

    private static EventRow.Subjects subjects(JsonObject payload) {
        return new EventRow.Subjects(
                payload.idOf("patch"),
                payload.idOf("series"),
                payload.idOf("cover"),
                payload.idOf("comment"),
                payload.idOf("check"));
    }

    private static EventRow.Change change(JsonObject payload, Map<String, Long> states) {
        EventRow.Change change = new EventRow.Change(
                states.getOrDefault(payload.text("previous_state"), Row.NONE),
                states.getOrDefault(payload.text("current_state"), Row.NONE),
                payload.idOf("previous_delegate"),
                payload.idOf("current_delegate"));
        return change.equals(EventRow.Change.NOTHING) ? EventRow.Change.NOTHING : change;
    }
}
