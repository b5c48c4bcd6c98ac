package io.github.patchwork4j.mbox.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Versions that are made to keep a comparison busy; what they cost is counted in steps. */
class HostileVersionsTest {
    private static final long MANY = 1L << 50;

    /** Patches of which none is like another, so that each is compared with all of the other version. */
    private static List<RangePatch> version(int patches, int lines, long seed) {
        Random random = new Random(seed);
        List<RangePatch> version = new ArrayList<>();
        for (int i = 0; i < patches; i++) {
            StringBuilder mail =
                    new StringBuilder("From: A <a@example.org>\nSubject: p" + random.nextInt() + "\n\n---\n");
            mail.append("--- a/f\n+++ b/f\n@@ -0,0 +1,").append(lines).append(" @@\n");
            for (int line = 0; line < lines; line++) {
                mail.append('+').append(random.nextInt(3)).append('\n');
            }
            Mail parsed = Mail.parse(Bytes.ofUtf8(mail.toString()));
            version.add(RangePatch.of(PatchMail.of(parsed, Dialect.GIT), "id" + i));
        }
        return version;
    }

    private static long steps(int patches, int lines) {
        Steps steps = new Steps(MANY);
        RangeDiff diff =
                RangeDiff.of(version(patches, lines, 1), version(patches, lines, 2), RangeDiffOptions.DEFAULT, steps);

        assertThat(diff.isComplete()).isTrue();
        return MANY - steps.left();
    }

    @Test
    void stepsGrowWithThePairsOfPatches() {
        long few = steps(25, 12);

        assertThat(steps(50, 12)).isLessThan(few * 5);
        assertThat(steps(100, 12)).isLessThan(few * 25);
    }

    @Test
    void stepsGrowWithTheLinesAndHowMuchTheyDiffer() {
        assertThat(steps(4, 400)).isLessThan(steps(4, 100) * 4 * 5);
    }

    @Test
    void costsMadeForItMakeTheAssignmentNoWorseThanCubic() {
        for (int size : new int[] {60, 120, 240}) {
            assertThat(assignmentSteps(size)).isBetween((long) size * size, 2L * size * size * size);
        }
    }

    private static long assignmentSteps(int size) {
        // Where the best column of each row is that of all rows before, every way has to be made anew.
        long ways = steps(size, (row, column) -> (row + 1L) * (column + 1));
        // Where two columns are better than all others, three rows drive each other out of them at the least price.
        long bids = steps(size, (row, column) -> column < 2 ? column : 1L << 40);
        return Math.max(ways, bids);
    }

    private static long steps(int size, Assignment.Costs costs) {
        Steps steps = new Steps(MANY);
        int[] found = new Assignment(size, costs, steps).solve();

        assertThat(Arrays.stream(found).distinct()).hasSize(size).doesNotContain(-1);
        return MANY - steps.left();
    }

    @Test
    void aBudgetIsKeptAndWhatIsLeftStandsApart() {
        for (long budget : new long[] {0, 1_000, 100_000, 1_000_000}) {
            Steps steps = new Steps(budget);
            RangeDiff diff = RangeDiff.of(version(120, 60, 1), version(120, 60, 2), RangeDiffOptions.DEFAULT, steps);

            assertThat(diff.isComplete()).isFalse();
            assertThat(diff.pairs()).hasSizeBetween(120, 240);
            // The two texts of a pair are at most read once more.
            assertThat(steps.left()).isBetween(-240L * 200, -1L);
        }
    }
}
