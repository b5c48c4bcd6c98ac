package io.github.patchwork4j.mbox.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b\t2010-07-05",
                "a b  2010-07-05 19:41:17",
                "a b\t2010-07-05 19:41:17 +0200",
                "a b 2010-07-05 19:41:17.620000023 -0500",
                "a b \t 2010-07-05 19:41:17.6 +08:00",
                "a b 10-07-05 19:41:17"
            })
    void cutsOffTimes(String line) {
        byte[] bytes = bytes(line);

        int end = Timestamp.nameEnd(bytes, 0, bytes.length);

        assertThat(line.substring(0, end).stripTrailing()).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2010-07-05",
                "a-2010-07-05",
                "a 2010-07-5",
                "a 19:41:17",
                "a 2010-07-05 1",
                "a\t2010-07-05 19:41:17 PST",
                "a\t(revision 2)"
            })
    void leavesNamesAlone(String line) {
        byte[] bytes = bytes(line);

        assertThat(Timestamp.nameEnd(bytes, 0, bytes.length)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\t1970-01-01 00:00:00 +0000",
                "a\t1970-01-01 05:30:00.000 +0530",
                "a\t1969-12-31 16:00:00.000000000 -08:00"
            })
    void knowsTheEpoch(String line) {
        byte[] bytes = bytes(line);

        assertThat(Timestamp.isEpoch(bytes, 0, bytes.length)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 1970-01-01 00:00:00 +0000",
                "a\t1970-01-01 00:00:00",
                "a\t1970-01-01 00:00:01 +0000",
                "a\t1970-01-01 00:00:00.001 +0000",
                "a\t1970-01-01 00:00:00 -0100",
                "a\t1970-01-02 00:00:00 +0000",
                "a\t1970-01-01",
                ""
            })
    void knowsWhatIsNotTheEpoch(String line) {
        byte[] bytes = bytes(line);

        assertThat(Timestamp.isEpoch(bytes, 0, bytes.length)).isFalse();
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
