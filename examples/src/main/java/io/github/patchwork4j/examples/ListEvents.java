package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists events. */
@Command(name = "events", description = "Lists events, the newest first: id, date, category, project.")
final class ListEvents extends ListCommand<Event> {
    @Option(names = "--project", paramLabel = "P", description = "The link name or the id of the project.")
    private @Nullable String project;

    @Option(names = "--category", paramLabel = "C", description = "The category, such as patch-created.")
    private @Nullable String category;

    @Option(names = "--series", paramLabel = "ID", description = "The id of a series.")
    private @Nullable Long series;

    @Option(names = "--patch", paramLabel = "ID", description = "The id of a patch.")
    private @Nullable Long patch;

    @Option(names = "--cover", paramLabel = "ID", description = "The id of a cover letter.")
    private @Nullable Long cover;

    @Option(names = "--actor", paramLabel = "ID", description = "The id of the user who did it.")
    private @Nullable Long actor;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DateFilters dates;

    ListEvents() {
        super(Event.class);
    }

    @Override
    Paged<Event> list(PatchworkClient client) {
        EventQuery.Builder query = EventQuery.builder()
                .project(project)
                .category(category == null ? null : EventCategory.of(category))
                .since(dates.since)
                .before(dates.before);
        if (series != null) {
            query.series(series);
        }
        if (patch != null) {
            query.patch(patch);
        }
        if (cover != null) {
            query.cover(cover);
        }
        if (actor != null) {
            query.actor(actor);
        }
        return client.events().list(query.build());
    }

    @Override
    String line(Event event) {
        return columns(event);
    }

    static String columns(Event event) {
        return String.join(
                "\t",
                Long.toString(event.id()),
                event.date().toString(),
                event.category().value(),
                event.project().linkName());
    }
}
