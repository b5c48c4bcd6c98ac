package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchworkDateTest {
    private static final int TEXTS = Integer.getInteger("patchwork.dates", 5000);
    private static final long SEED = Long.getLong("patchwork.seed", 1);

    /** Reads a date in each line, as a Patchwork server does; its own zone is UTC. */
    private static final String PYTHON = """
            import sys, datetime
            from email.utils import mktime_tz, parsedate_tz
            for line in sys.stdin:
                try:
                    print(datetime.datetime.utcfromtimestamp(mktime_tz(parsedate_tz(line.rstrip("\\n")))).isoformat())
                except (TypeError, ValueError, OverflowError, OSError, IndexError):
                    print("none")
            """;

    private static final List<List<String>> WORDS = List.of(
            List.of("Mon, ", "Mon ", "Mon,", "", "Monday, ", "Lundi, ", "mon "),
            List.of("2 ", "02 ", "31 ", "0 ", "32 ", "2, ", "Mar ", "2-", "-1 ", "2nd ", "x,2 ", "1_0 "),
            List.of("Mar ", "mar ", "Feb ", "March ", "MAY ", "13 ", "2 ", "Mar-", "Mrz ", "september "),
            List.of("2026 ", "26 ", "68 ", "69 ", "99 ", "126 ", "2026, ", "10000 ", "0 ", "08:01:00 ", "9999 ", "1 "),
            List.of(
                    "08:01:00",
                    "08:01",
                    "24:01:00",
                    "08:61:00",
                    "08:01:60",
                    "8.01.00",
                    "8.01",
                    "08",
                    "2026",
                    "08:01:00,",
                    "08:01:00+0100",
                    "08:01:00-02",
                    "1:2:3:4",
                    "-1:00:00",
                    "",
                    "8:1:x"),
            List.of(
                    " +0000",
                    " +0100",
                    " -0800",
                    " +01:00",
                    " GMT",
                    " EST",
                    " cest",
                    " AST",
                    " Z",
                    " -0000",
                    " +2500",
                    " +0060",
                    " (CET) +0100",
                    " +0100 (CET)",
                    "",
                    " +0100 2026",
                    " 0100",
                    " A",
                    " +99999",
                    " UT",
                    " -1"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 2 Mar 2026 08:01:00 +0100         | 2026-03-02T08:01+01:00
            2 Mar 2026 08:01                       | 2026-03-02T08:01Z
            Mon, 2 Mar 2026 08:01:00 +2500         | 2026-03-01T07:01Z
            Mon, 2 Mar 2026 24:01:00 -0000         | 2026-03-03T00:01Z
            Tue, 31 Feb 2026 08:01:00 GMT          | 2026-03-03T08:01Z
            Mon, 2 Mar 2026 08:01:60 GMT           | 2026-03-02T08:02Z
            Mon, 2 Mar 68 08:01:00 GMT             | 2068-03-02T08:01Z
            Mon, 2 Mar 69 08:01:00 GMT             | 1969-03-02T08:01Z
            Mon, 2 Mar 2026 08:01:00 AST           | 2026-03-02T08:01-04:00
            Mon, 2 Mar 2026 08:01:00 CEST          | 2026-03-02T08:01Z
            Mon Mar  2 08:01:00 2026               | 2026-03-02T08:01Z
            2026-03-02T08:01:00Z                   |
            @1700000000 +0100                      |
            Mon, 2 Mar 99999999999999 08:01:00 GMT |
            """)
    void readsADateByPlaces(String text, OffsetDateTime date) {
        assertThat(PatchworkDate.parse(text).orElse(null)).isEqualTo(date);
    }

    @Test
    void readsDatesAsPythonDoes(@TempDir Path folder) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (List<String> words : WORDS) {
                // The first ones of each list make a good date: most words are good.
                text.append(words.get(random.nextInt(3) == 0 ? random.nextInt(words.size()) : random.nextInt(2)));
            }
            texts.add(text.toString());
        }
        List<String> theirs = Python.answers(PYTHON, texts, folder);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String ours = PatchworkDate.parse(texts.get(i))
                    .map(date -> date.toInstant().toString().replace("Z", ""))
                    .orElse("none");
            if (!ours.equals(theirs.get(i))) {
                differences.add(texts.get(i) + ": " + ours + " instead of " + theirs.get(i));
            }
        }
        assertThat(differences).isEmpty();
    }
}
