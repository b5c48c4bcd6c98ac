package io.github.patchwork4j.testing.internal.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.testing.LibraryStack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a b,C | a;b;c | a;b;c",
                "\"on demand\" x | \"on;demand\";x | on demand;x",
                "'on demand' | 'on;demand' | on demand",
                "don't panic | don't;panic | don't;panic",
                "\"a b | \"a;b | \"a;b",
                "x\"a b\" | x\"a;b\" | x\"a b\"",
                ",\"a, b\", | \"a;b\" | a, b",
                "\"a \\\"q\\\" b\" | \"a;\\\"q\\\";b\" | a \"q\" b",
                ",,, | ~~ | ~~",
            })
    void areCutAtSpacesAndCommasAndByNewerLibrariesNotInQuotes(String q, String older, String newer) {
        assertThat(SearchTerms.of(q, LibraryStack.DJANGO_3_2)).isEqualTo(terms(older));
        assertThat(SearchTerms.of(q, LibraryStack.DJANGO_5_2)).isEqualTo(terms(newer));
    }

    @Test
    void withNulAreOnlyRefusedByNewerLibraries() {
        assertThat(SearchTerms.of("a\0b", LibraryStack.DJANGO_3_2)).containsExactly("ab");
        assertThatThrownBy(() -> SearchTerms.of("a\0b", LibraryStack.DJANGO_5_2))
                .isInstanceOf(NullCharacters.class);
    }

    private static List<String> terms(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";"));
    }
}
