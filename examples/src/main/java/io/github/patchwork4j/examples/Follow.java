package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.EventCursor;
import io.github.patchwork4j.client.EventFeed;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the events that are new since the last time, for a script that runs every few minutes. */
@Command(
        name = "follow",
        description =
                "Lists the events that are new since the last run, the oldest first: id, date, category, project.")
final class Follow implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ServerOptions server;

    @Option(
            names = "--cursor",
            required = true,
            paramLabel = "FILE",
            description = "Where to keep how far it came. If there is no such file, all events are listed.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--since", paramLabel = "DATE", description = "The first date, if there is no file yet.")
    private @Nullable Instant since;

    @Option(names = "--project", paramLabel = "P", description = "The link name or the id of the project.")
    private @Nullable String project;

    @Option(names = "--category", paramLabel = "C", description = "The category, such as series-completed.")
    private @Nullable String category;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        EventQuery query = EventQuery.builder()
                .project(project)
                .category(category == null ? null : EventCategory.of(category))
                .build();
        PrintWriter out = spec.commandLine().getOut();
        try (PatchworkClient client = server.client()) {
            EventFeed feed = client.events().follow(query, start());
            for (Event event : feed) {
                out.println(ListEvents.columns(event));
                if (out.checkError()) {
                    throw new IOException("cannot write the output");
                }
                store(feed.cursor());
            }
            if (feed.hasGap()) {
                spec.commandLine().getErr().println("the server has deleted events: some may be missing");
            }
        }
        return 0;
    }

    private EventCursor start() throws IOException {
        if (Files.exists(file)) {
            return EventCursor.parse(Files.readString(file));
        }
        return since == null ? EventCursor.beginning() : EventCursor.from(since);
    }

    /** Leaves either the old text or the new one, whatever happens. */
    private void store(EventCursor cursor) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, cursor + "\n");
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
