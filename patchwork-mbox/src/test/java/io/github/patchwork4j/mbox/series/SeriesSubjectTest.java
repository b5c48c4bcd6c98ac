package io.github.patchwork4j.mbox.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesSubjectTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [PATCH] tea                          |      |   |   | tea
            [PATCH 3/7] tea                      |      | 3 | 7 | tea
            [PATCH v2 03/11] tea                 | 2    | 3 | 11| tea
            [PATCH net-next v3 2/11] net: tea    | 3    | 2 | 11| net: tea
            [v2 PATCH 1/2] tea                   | 2    | 1 | 2 | tea
            [PATCHv3 1/2] tea                    | 3    | 1 | 2 | tea
            [patch-v3 1/2] tea                   | 3    | 1 | 2 | tea
            [v2PATCH 1/4] tea                    | 2    | 1 | 4 | tea
            [PATCH1/8] tea                       |      | 1 | 8 | tea
            [PATCH v6,19/24] tea                 | 6    | 19| 24| tea
            [PATCH v2, 1/3] tea                  | 2    | 1 | 3 | tea
            [PATCH v2; 1/3;] tea                 | 2    | 1 | 3 | tea
            [PATCH 6/5] tea                      |      | 6 | 5 | tea
            [RFC PATCH v1.1 0.5/5] tea           | 1.1  | 0 | 5 | tea
            [PATCH v5.1] tea                     | 5.1  |   |   | tea
            [PATCH 1 of 2] tea                   |      | 1 | 2 | tea
            [PATCH 1 of 2 stable] tea            |      | 1 | 2 | tea
            [PATCH [v2] [3/4]] tea               | 2    | 3 | 4 | tea
            [PATCH] [v2] [3/4] tea               | 2    | 3 | 4 | tea
            [list] [PATCH v2 3/4] tea [was: cup] | 2    | 3 | 4 | tea [was: cup]
            [PATCH v2 tea                        |      |   |   | [PATCH v2 tea
            [PATCH 1/99999999999] tea            |      |   |   | tea
            [PATCH 99999999999/2] tea            |      |   |   | tea
            [PATCH v99999999999] tea             |      |   |   | tea
            [PATCH vx 1/] tea                    |      |   |   | tea
            """)
    void readsWhatReviewersWrite(String subject, String revision, String number, String total, String title) {
        SeriesSubject read = SeriesSubject.parse(subject);

        assertThat(read.revision().orElse(null)).isEqualTo(revision);
        assertThat(read.number().isPresent() ? "" + read.number().getAsInt() : null)
                .isEqualTo(number);
        assertThat(read.total().isPresent() ? "" + read.total().getAsInt() : null)
                .isEqualTo(total);
        assertThat(read.title()).isEqualTo(title);
        assertThat(read.reply()).isFalse();
    }

    @Test
    void answersAreMarkedInSeveralLanguages() {
        for (String mark :
                new String[] {"Re: ", "RE:", "AW: ", "Sv: ", "[list] Re: ", "Re: [list] Re: ", "Fwd: Re: "}) {
            SeriesSubject read = SeriesSubject.parse(mark + "[PATCH v2 3/4] tea");
            assertThat(read.reply()).as(mark).isTrue();
            assertThat(read.title()).isEqualTo("tea");
            assertThat(read.number()).hasValue(3);
        }
        assertThat(SeriesSubject.parse("tea: re: cup").reply()).isFalse();
        assertThat(SeriesSubject.parse("Fwd: tea").reply()).isFalse();
    }

    @Test
    void otherPrefixesAreKept() {
        SeriesSubject read = SeriesSubject.parse("[RFC PATCH net-next, RESEND v2 1/3] tea");

        assertThat(read.prefixes()).containsExactly("RFC", "net-next", "RESEND");
        assertThat(read.isResend()).isTrue();
    }

    @Test
    void longSubjectsTakeLinearTime() {
        String brackets = "[".repeat(100_000);
        assertThat(SeriesSubject.parse(brackets).title()).hasSize(100_000);
        String answers = Stream.generate(() -> "Re: ").limit(100_000).collect(Collectors.joining());
        assertThat(SeriesSubject.parse(answers + "tea").title()).isEqualTo("tea");
        String numbers = Stream.generate(() -> "1/2").limit(50_000).collect(Collectors.joining());
        assertThat(SeriesSubject.parse("[" + numbers + "] tea").total()).hasValue(2);
    }
}
