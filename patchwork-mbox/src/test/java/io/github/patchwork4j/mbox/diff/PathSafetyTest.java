package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathSafetyTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "src/Main.java,SAFE",
                ".gitignore,SAFE",
                "a/.github/x,SAFE",
                "...,TRAILING_DOT_OR_SPACE",
                "../../etc/passwd,TRAVERSAL",
                "a/./b,TRAVERSAL",
                "/etc/passwd,ABSOLUTE",
                "\\\\host\\share,ABSOLUTE",
                "a//b,EMPTY",
                "a/,EMPTY",
                ".git/config,DOT_GIT",
                "a/.GIT/hooks/x,DOT_GIT",
                "git~1/config,DOT_GIT",
                "^.git ./x^,DOT_GIT",
                ".g\u200cit/config,DOT_GIT",
                "C:/x,COLON",
                ".git::$INDEX_ALLOCATION/x,COLON",
                "a\\b,BACKSLASH",
                "^a /b^,TRAILING_DOT_OR_SPACE",
                "a/nul.txt,DEVICE_NAME",
                "COM1,DEVICE_NAME",
                "console,SAFE"
            })
    void judgesPaths(String path, PathSafety verdict) {
        assertThat(PathSafety.of(path.getBytes(StandardCharsets.UTF_8))).isEqualTo(verdict);
    }

    @Test
    void judgesWhatIsNoText() {
        assertThat(PathSafety.of(new byte[0])).isEqualTo(PathSafety.EMPTY);
        assertThat(PathSafety.of(new byte[] {'a', 0, 'b'})).isEqualTo(PathSafety.CONTROL_CHARACTER);
        assertThat(PathSafety.of(new byte[] {'a', (byte) 0xe9})).isEqualTo(PathSafety.SAFE);
    }
}
