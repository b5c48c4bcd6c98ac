package io.github.patchwork4j.testing.internal.snapshot;

import io.github.patchwork4j.mbox.patch.PatchworkHash;
import io.github.patchwork4j.testing.internal.state.EventCategory;
import io.github.patchwork4j.testing.internal.state.EventRow;
import io.github.patchwork4j.testing.internal.state.EventRow.Change;
import io.github.patchwork4j.testing.internal.state.EventRow.Subjects;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.Micros;
import java.time.LocalDateTime;
import java.util.Random;

/**
 * Fills a project with patches of invented people, the same ones for the same seed. What patches have in common is kept once,
 * so that a million of them fits into some hundred megabytes.
 */
public final class GeneratedPatches {
    private static final int PEOPLE = 500;
    private static final int LONGEST_SERIES = 12;
    private static final int MINUTE = 60_000_000;
    private static final String CONTENT =
            "Do it in place, and spare the copy.\n\nSigned-off-by: A. Author <a@example.org>";
    private static final String[] WORDS = {
        "rename", "probe", "unlock", "cache", "queue", "driver", "buffer", "timer", "clock", "split", "merge", "early"
    };

    private final World world;
    private final ProjectRow project;
    private final Random random;
    private final long firstPerson;
    private final String[] diffs = new String[16];
    private final String[] hashes = new String[16];
    private long date;

    private GeneratedPatches(World world, ProjectRow project, long seed) {
        this.world = world;
        this.project = project;
        this.random = new Random(seed);
        this.firstPerson = world.people().lastId() + 1;
        this.date = Micros.of(LocalDateTime.of(2010, 1, 1, 0, 0));
        for (int i = 0; i < diffs.length; i++) {
            diffs[i] = "--- a/file%1$d.c\n+++ b/file%1$d.c\n@@ -%1$d,2 +%1$d,3 @@\n first\n+second %1$d\n third\n"
                    .formatted(i + 1);
            hashes[i] = PatchworkHash.of(diffs[i]);
        }
    }

    /**
     * Adds patches, with their series and the events of their arrival.
     *
     * @param world the world
     * @param linkName the link name of a project, which is made if there is none of that name
     * @param count how many patches
     * @param seed what chance begins with
     */
    public static void add(World world, String linkName, int count, long seed) {
        if (world.projects().named(linkName) == null) {
            Additions.project(world, linkName, linkName + ".example.org");
        }
        ProjectRow project = world.projects().named(linkName);
        if (project != null) {
            new GeneratedPatches(world, project, seed).add(count);
        }
    }

    private void add(int count) {
        for (int i = 0; i < PEOPLE; i++) {
            long id = firstPerson + i;
            world.people().add(new PersonRow(id, "Person " + id, "person" + id + "@example.org", Row.NONE));
        }
        for (int left = count; left > 0; ) {
            left -= series(Math.min(left, 1 + random.nextInt(LONGEST_SERIES)));
        }
    }

    private int series(int total) {
        long id = world.series().lastId() + 1;
        long submitter = firstPerson + random.nextInt(PEOPLE);
        String subject = word() + ": " + word() + " the " + word();
        String name = total == 1 ? subject : "[1/" + total + "] " + subject;
        date += MINUTE;
        world.series().add(new SeriesRow(id, project.id(), name, date, submitter, 1, total, Row.NONE));
        for (int number = 1; number <= total; number++) {
            patch(id, number, submitter, total == 1 ? subject : "[" + number + "/" + total + "] " + subject);
            if (number == 1) {
                event(EventCategory.SERIES_CREATED, Row.NONE, id);
            }
        }
        event(EventCategory.SERIES_COMPLETED, Row.NONE, id);
        return total;
    }

    private void patch(long series, long number, long submitter, String name) {
        long id = world.patches().lastId() + 1;
        int diff = random.nextInt(diffs.length);
        String msgid = "<" + Long.toHexString(random.nextLong()) + "-" + id + "@example.org>";
        world.patches()
                .add(new PatchRow(
                        id,
                        project.id(),
                        msgid,
                        date,
                        name,
                        null,
                        null,
                        1 + random.nextInt(world.states().all().size()),
                        random.nextInt(4) == 0,
                        hashes[diff],
                        submitter,
                        Row.NONE,
                        series,
                        number,
                        Row.NONE,
                        "Message-Id: " + msgid + "\nSubject: [PATCH] " + name,
                        CONTENT,
                        diffs[diff]));
        event(EventCategory.PATCH_CREATED, id, Row.NONE);
        date += 1;
    }

    private void event(EventCategory category, long patch, long series) {
        long id = world.events().lastId() + 1;
        Subjects subjects = new Subjects(patch, series, Row.NONE, Row.NONE, Row.NONE);
        world.events().add(new EventRow(id, category, project.id(), date, Row.NONE, subjects, Change.NOTHING));
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
