package io.github.patchwork4j.mbox.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HunkHeaderTest {
    private static final Pattern HEADER = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? [+](\\d+)(?:,(\\d+))? @@");
    private static final String ODD = "0123456789,, -+@\n\t:/\u0000\u0080\u00b9\u00ba\u00ff";

    private final Random random = new Random(6);
    private final HunkHeader header = new HunkHeader();

    @Test
    void readsWhatTheRuleSaysOfNumbersOfAnyLength() {
        int[] outcomes = new int[3];
        for (int round = 0; round < 60_000; round++) {
            String text = "@@ -" + range() + " +" + range() + " @@" + " int cup(void)".substring(0, random.nextInt(15));
            if (random.nextInt(3) == 0) {
                int place = random.nextInt(text.length());
                text = text.substring(0, place)
                        + ODD.charAt(random.nextInt(ODD.length()))
                        + text.substring(place + random.nextInt(2));
            }
            int cut = random.nextInt(4) == 0 ? random.nextInt(text.length()) : text.length();
            outcomes[check(text, cut)]++;
        }
        assertThat(outcomes[0]).isGreaterThan(2_000);
        assertThat(outcomes[1]).isGreaterThan(2_000);
        assertThat(outcomes[2]).isGreaterThan(2_000);
    }

    private int check(String text, int cut) {
        byte[] array = text.getBytes(StandardCharsets.ISO_8859_1);
        Matcher matcher = HEADER.matcher(text.substring(0, cut));
        boolean shape = matcher.lookingAt();
        boolean small = shape;
        for (int group = 1; shape && group <= 4; group++) {
            small &= matcher.group(group) == null || new BigInteger(matcher.group(group)).bitLength() <= 31;
        }

        assertThat(header.read(array, 0, cut, 1)).as(text).isEqualTo(small);
        assertThat(header.isTooLarge()).as(text).isEqualTo(shape && !small);
        if (small) {
            assertThat(header.section()).isEqualTo(matcher.end());
            for (int side = 0; side < 2; side++) {
                String count = matcher.group(2 * side + 2);
                assertThat(header.start(side)).isEqualTo(Integer.parseInt(matcher.group(2 * side + 1)));
                assertThat(header.count(side)).isEqualTo(count == null ? 1 : Integer.parseInt(count));
            }
        }
        return small ? 2 : shape ? 1 : 0;
    }

    private String range() {
        return digits() + (random.nextInt(4) == 0 ? "" : "," + digits());
    }

    /** Mostly short, with a zero in front now and then. */
    private String digits() {
        StringBuilder digits = new StringBuilder();
        for (int left = 1 + random.nextInt(random.nextInt(8) == 0 ? 13 : 5); left > 0; left--) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
