package io.github.patchwork4j.testing.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "01, 1", "' 7\t', 7", "+5, 5", "-5, -5", "1_000, 1000", "٣, 3", "-0, 0"})
    void readsIntegers(String text, long number) {
        assertThat(PythonInt.parse(text)).isEqualTo(BigInteger.valueOf(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "+", "-", "--1", "+-1", "1.0", "1e3", "_1", "1_", "1__0", "0x1", "1 2", "²", "abc"})
    void refusesWhatIsNoInteger(String text) {
        assertThat(PythonInt.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:01:00, DATE, 2026-03-02T08:01:00",
        "2026-03-02 08:01, DATE, 2026-03-02T08:01:00",
        "2026-3-2T8:1:5.25, DATE, 2026-03-02T08:01:05.250000",
        "2026-03-02T08:01:00.123456789, DATE, 2026-03-02T08:01:00.123456",
        "2026-03-02T08:01:00Z, ZONED, 2026-03-02T08:01:00",
        "2026-03-02T08:01:00-05:00, ZONED, 2026-03-02T08:01:00",
        "2026-02-30T00:00:00, MALFORMED, 1970-01-01T00:00:00",
        "2026-03-02, MALFORMED, 1970-01-01T00:00:00",
        "2026-03-02T08:01:00 00:00, MALFORMED, 1970-01-01T00:00:00",
        "1772438460, MALFORMED, 1970-01-01T00:00:00",
    })
    void readsFilterDates(String text, FilterDate.Kind kind, String date) {
        FilterDate read = FilterDate.parse(text);

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(Micros.format(read.micros())).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-07, DATE, 2026-03-07T00:00:00",
        "20260302T080100, DATE, 2026-03-02T08:01:00",
        "20260302T0801005, MALFORMED, 1970-01-01T00:00:00",
        "'20260302T080100,5', DATE, 2026-03-02T08:01:00.500000",
        "2026-W10, DATE, 2026-03-02T00:00:00",
        "2026W103T08, DATE, 2026-03-04T08:00:00",
        "2026-W53-1, DATE, 2026-12-28T00:00:00",
        "2025-W53, MALFORMED, 1970-01-01T00:00:00",
        "2026-03-02x08:01, DATE, 2026-03-02T08:01:00",
        "2026-03-02T08:01:00.1234567, DATE, 2026-03-02T08:01:00.123456",
        "2026-3-2T8:1, DATE, 2026-03-02T08:01:00",
        "2026-03-02T08:01:00+0530, ZONED, 2026-03-02T08:01:00",
        "2026-03-02T, MALFORMED, 1970-01-01T00:00:00",
        "2026-03-02T24:00, MALFORMED, 1970-01-01T00:00:00",
        "202603, MALFORMED, 1970-01-01T00:00:00",
        "2026-060, MALFORMED, 1970-01-01T00:00:00",
    })
    void readsShorterFilterDatesToo(String text, FilterDate.Kind kind, String date) {
        FilterDate read = FilterDate.parseShort(text);

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(Micros.format(read.micros())).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-4, 0.0001",
        "1.5e-5, 1.5e-05",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "-1.25e-7, -1.25e-07",
        "12345678901234567, 1.2345678901234568e+16",
        "-0.0, -0.0"
    })
    void printsNumbersAsPythonDoes(double number, String printed) {
        assertThat(PythonText.print(number)).isEqualTo(printed);
    }

    /** The places are those that Python's own parser names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\": 1,} | Expecting property name enclosed in double quotes: line 1 column 9 (char 8)",
                "{\"a\" 1} | Expecting ':' delimiter: line 1 column 6 (char 5)",
                "{\"a\": 1 2} | Expecting ',' delimiter: line 1 column 9 (char 8)",
                "[1,] | Expecting value: line 1 column 4 (char 3)",
                "[] x | Extra data: line 1 column 4 (char 3)",
                "\"abc | Unterminated string starting at: line 1 column 1 (char 0)",
                "\"\\x\" | Invalid \\escape: line 1 column 2 (char 1)",
                "\"\\u00g0\" | Invalid \\uXXXX escape: line 1 column 3 (char 2)",
                "\"\\u00 | Invalid \\uXXXX escape: line 1 column 3 (char 2)",
            })
    void saysWhereJsonBreaks(String json, String message) {
        assertThatThrownBy(() -> PythonJson.parse(json)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"a{}b, aXb", "{0}{0}, XX", "{{}}, {}", "none, none", "{{{}}}, {X}"})
    void fillsTemplates(String format, String filled) {
        assertThat(BraceFormat.fill(format, "X")).isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{foo}", "{}{}", "{", "}", "{1}", "a{}b{c}"})
    void givesUpOnOtherTemplates(String format) {
        assertThat(BraceFormat.fill(format, "X")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"a é, =?utf-8?q?a_=C3=A9?=", "李小龍, =?utf-8?b?5p2O5bCP6b6N?=", "abc=1, =?utf-8?q?abc=3D1?="})
    void encodesWordsInTheShorterWay(String text, String encoded) {
        assertThat(EncodedWord.encode(text)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @CsvSource({"a%2Fb, a/b", "%zz%4, %zz%4", "%C3%A9, é", "100%, 100%"})
    void decodesEscapesAndLeavesBrokenOnes(String encoded, String clear) {
        assertThat(UriText.decode(encoded)).isEqualTo(clear);
    }

    @Test
    void comparesTextsByCodePoints() {
        assertThat(List.of("\uFFFD", "\uD83D\uDE00", "z", "Z", "").stream().sorted(CodePoints.ORDER))
                .containsExactly("", "Z", "z", "\uFFFD", "\uD83D\uDE00");
    }

    @Test
    void foldsTheCaseOfAsciiOnly() {
        assertThat(AsciiCase.fold("ÀZz")).isEqualTo("Àzz");
        assertThat(AsciiCase.same("K", "\u212A")).isFalse();
    }
}
