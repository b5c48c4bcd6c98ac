package io.github.patchwork4j.mbox.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                "console,SAFE",
                "src/\u202emoc.exe,HIDDEN_CHARACTER",
                "src/a\u200bb,HIDDEN_CHARACTER",
                "caf\u00e9/\u8336,SAFE"
            })
    void judgesPaths(String path, PathSafety verdict) {
        assertThat(PathSafety.of(path.getBytes(StandardCharsets.UTF_8))).isEqualTo(verdict);
    }

    @Test
    void refusesLinksInPlaceOfGitsFiles() {
        String link = "diff --git a/%1$s b/%1$s\nnew file mode %2$s\n--- /dev/null\n+++ b/%1$s\n@@ -0,0 +1 @@\n+x\n";
        for (String name : List.of(".gitmodules", "a/.GITMODULES", "GITMOD~1", "gi7eba~4")) {
            assertThat(verdict(link.formatted(name, "120000"))).as(name).isEqualTo(PathSafety.GIT_FILE_AS_LINK);
            assertThat(verdict(link.formatted(name, "100644"))).as(name).isEqualTo(PathSafety.SAFE);
        }
        assertThat(verdict(link.formatted("x", "120000"))).isEqualTo(PathSafety.SAFE);
    }

    @Test
    void showsNoCharacterThatSteersATerminalOrHides() {
        for (String hidden : List.of("\u001b[31m", "\u202e", "\u0085", "\u200d", "\ufeff", "\n")) {
            String display = new DiffPath(Bytes.ofUtf8("a" + hidden + "b"), 0).display();
            assertThat(display).startsWith("a\\u").endsWith("b").matches("[ -~]+");
        }
        assertThat(new DiffPath(Bytes.ofUtf8("caf\u00e9 \u8336"), 0).display()).isEqualTo("caf\u00e9 \u8336");
    }

    private static PathSafety verdict(String diff) {
        return Diff.parse(Bytes.ofUtf8(diff)).files().get(0).safePath();
    }

    @Test
    void judgesWhatIsNoText() {
        assertThat(PathSafety.of(new byte[0])).isEqualTo(PathSafety.EMPTY);
        assertThat(PathSafety.of(new byte[] {'a', 0, 'b'})).isEqualTo(PathSafety.CONTROL_CHARACTER);
        assertThat(PathSafety.of(new byte[] {'a', (byte) 0xe9})).isEqualTo(PathSafety.SAFE);
    }
}
