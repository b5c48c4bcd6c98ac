package io.github.patchwork4j.mbox.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.internal.diff.HunkScanner.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HunkScannerTest {
    private static final List<String> MARKERS =
            List.of("\\ No newline at end of file", "\\ 123456789", "\\ 12345678", "\\", "x", "@@");

    private final Random random = new Random(5);

    @Test
    void endsHunksWhereASimpleLoopDoes() {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (int round = 0; round < 20_000; round++) {
            byte[] text = body(random.nextInt(round % 100 + 1)).getBytes(StandardCharsets.ISO_8859_1);
            Expected expected = new Expected(text, random.nextInt(round % 70 + 1), random.nextInt(round % 70 + 1));
            LineScanner lines = new LineScanner(text, 0, text.length);
            HunkScanner scanner = new HunkScanner(lines);

            Outcome outcome = scanner.scan(expected.oldCount, expected.newCount);

            outcomes.add(outcome);
            assertThat(outcome).isEqualTo(expected.outcome);
            assertThat(lines.position()).isEqualTo(expected.position);
            assertThat(scanner.addedLines()).isEqualTo(expected.added);
            assertThat(scanner.deletedLines()).isEqualTo(expected.deleted);
            assertThat(scanner.lineFeedMissing()).isEqualTo(expected.lineFeedMissing);
            // The scanner goes on with the line that it stands at.
            assertThat(lines.lineEnd()).isEqualTo(feed(text, lines.position()));
        }
        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
    }

    /** Mostly lines that a hunk may have, the last of them without line feed now and then. */
    private String body(int lines) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            int kind = random.nextInt(60);
            body.append(
                    kind == 0
                            ? MARKERS.get(random.nextInt(MARKERS.size()))
                            : " +-".charAt(kind % 3) + "x".repeat(random.nextInt(70)));
            body.append(kind == 1 ? "\n\n" : "\n");
        }
        int cut = random.nextInt(8) == 0 ? 1 : 0;
        return body.substring(0, Math.max(body.length() - cut, 0));
    }

    private static int feed(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return at;
    }

    /** What is said of hunks, line by line. */
    private static final class Expected {
        private final int oldCount;
        private final int newCount;
        private Outcome outcome = Outcome.COMPLETE;
        private int position;
        private int added;
        private int deleted;
        private boolean lineFeedMissing;

        Expected(byte[] text, int oldCount, int newCount) {
            this.oldCount = oldCount;
            this.newCount = newCount;
            int oldLeft = oldCount;
            int newLeft = newCount;
            while (oldLeft + newLeft > 0 && outcome == Outcome.COMPLETE) {
                int feed = feed(text, position);
                byte first = position < text.length ? text[position] : 0;
                boolean both = first == ' ' || first == '\n';
                boolean fits = (both && oldLeft > 0 && newLeft > 0)
                        || (first == '-' && oldLeft > 0)
                        || (first == '+' && newLeft > 0);
                if (position == text.length) {
                    outcome = Outcome.TRUNCATED;
                } else if (!fits && !isMarker(text, position, feed)) {
                    outcome = Outcome.CORRUPT;
                } else {
                    oldLeft -= fits && first != '+' ? 1 : 0;
                    newLeft -= fits && first != '-' ? 1 : 0;
                    added += first == '+' ? 1 : 0;
                    deleted += first == '-' ? 1 : 0;
                    lineFeedMissing = feed == text.length;
                    position = Math.min(feed + 1, text.length);
                }
            }
            // Behind the last line, git takes any that begins so, if there is enough text.
            boolean begins = text.length - position > 12 && text[position] == '\\' && text[position + 1] == ' ';
            if (outcome == Outcome.COMPLETE && begins) {
                position = Math.min(feed(text, position) + 1, text.length);
            }
        }

        private static boolean isMarker(byte[] text, int from, int feed) {
            boolean begins = feed - from >= 2 && text[from] == '\\' && text[from + 1] == ' ';
            return begins && feed - from >= 11 && text.length - from >= 12;
        }
    }
}
