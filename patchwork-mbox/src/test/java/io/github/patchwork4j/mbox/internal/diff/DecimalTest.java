package io.github.patchwork4j.mbox.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTest {
    private final Decimal decimal = new Decimal();

    @Test
    void everyCountOfDigitsIsReadWithAnyByteBehindThem() {
        Random random = new Random(3);
        for (int digits = 0; digits <= 12; digits++) {
            for (int other = -128; other < 128; other++) {
                byte[] array = new byte[3 + digits + 1 + random.nextInt(10)];
                random.nextBytes(array);
                for (int i = 0; i < digits; i++) {
                    array[3 + i] = (byte) ('0' + random.nextInt(10));
                }
                array[3 + digits] = (byte) other;
                if (!Decimal.isDigit((byte) other)) {
                    assertReads(array, digits, array.length);
                }
                assertReads(array, digits, 3 + digits);
            }
        }
    }

    @Test
    void whatIsLargerThanAnIntIsTooLarge() {
        assertThat(value("2147483647")).isEqualTo(Integer.MAX_VALUE);
        assertThat(value("2147483648")).isEqualTo(Decimal.OVERFLOW);
        assertThat(value("0000000002147483647 ")).isEqualTo(Integer.MAX_VALUE);
        assertThat(value("99999999999999999999999999999999999")).isEqualTo(Decimal.OVERFLOW);
    }

    private void assertReads(byte[] array, int digits, int to) {
        assertThat(decimal.read(array, 3, to)).isEqualTo(3 + digits);
        BigInteger number =
                digits == 0 ? BigInteger.ZERO : new BigInteger(new String(array, 3, digits, StandardCharsets.US_ASCII));
        assertThat(decimal.value()).isEqualTo(number.bitLength() > 31 ? Decimal.OVERFLOW : number.intValueExact());
    }

    private int value(String text) {
        byte[] array = text.getBytes(StandardCharsets.US_ASCII);
        decimal.read(array, 0, array.length);
        return decimal.value();
    }
}
