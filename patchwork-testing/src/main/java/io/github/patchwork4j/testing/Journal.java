package io.github.patchwork4j.testing;

import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.server.Reception;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Keeps what a fake was asked, and what of it was refused. */
final class Journal implements BiConsumer<Request, Reception.Answered> {
    private final Clock clock;
    private final Consumer<JournalEntry> onMisreading;
    private final List<JournalEntry> entries = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    Journal(Clock clock, Consumer<JournalEntry> onMisreading) {
        this.clock = clock;
        this.onMisreading = onMisreading;
    }

    @Override
    public void accept(Request request, Reception.Answered answered) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        JournalEntry entry = new JournalEntry(
                clock.instant(),
                request.method(),
                request.path() + query,
                request.headers(),
                request.body().utf8(),
                answered.status(),
                answered.remarks());
        entries.add(entry);
        answered.refused()
                .forEach(reason -> refusals.add(request.method() + " " + request.path() + query + ": " + reason));
        if (!entry.misreadings().isEmpty()) {
            onMisreading.accept(entry);
        }
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    void clear() {
        entries.clear();
        refusals.clear();
    }

    /** Fails the test if a request was refused, once. */
    void insistOnNoRefusals() {
        if (!refusals.isEmpty()) {
            String all = String.join("\n", refusals);
            refusals.clear();
            throw new AssertionError("requests that a real server would misread, or fail on:\n" + all);
        }
    }
}
