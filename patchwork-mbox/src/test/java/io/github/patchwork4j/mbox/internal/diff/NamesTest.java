package io.github.patchwork4j.mbox.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final String[] PIECES = {"a", "b", "a/", "b/", "/", " ", "\t", "cup", "tea/", "//"};

    private final Random random = new Random(9);

    @Test
    void findsTheNameThatBothSidesShareWhereverThatIsPossible() {
        int found = 0;
        for (int round = 0; round < 60_000; round++) {
            String line = round % 2 == 0 ? pieces(9) : likely();
            int components = random.nextInt(4);
            byte[] array = ("x" + line + "y").getBytes(StandardCharsets.US_ASCII);

            Bytes shared = Names.shared(array, 1, array.length - 1, components);

            String expected = shared(line, components);
            assertThat(shared == null ? null : shared.latin1())
                    .as("'%s' %d", line, components)
                    .isEqualTo(expected);
            found += expected == null ? 0 : 1;
        }
        assertThat(found).isGreaterThan(2_000);
    }

    /** Tries every place. */
    private static @Nullable String shared(String line, int components) {
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == ' ' || line.charAt(at) == '\t') {
                String one = stripped(line.substring(0, at), components);
                String other = stripped(line.substring(at + 1), components);
                if (one != null && one.equals(other)) {
                    return one;
                }
            }
        }
        return null;
    }

    /** Returns what is behind so many slashes; null for a name that is absolute or has not so many. */
    private static @Nullable String stripped(String name, int components) {
        int at = 0;
        for (int i = 0; i < components && at >= 0; i++) {
            int slash = name.indexOf('/', at);
            at = slash < 0 ? -1 : slash + 1;
        }
        return at < 0 || name.isEmpty() || name.startsWith("/") ? null : name.substring(at);
    }

    private String likely() {
        String name = pieces(4);
        return pieces(2) + name + (random.nextBoolean() ? " " : "\t") + pieces(2) + name;
    }

    private String pieces(int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
