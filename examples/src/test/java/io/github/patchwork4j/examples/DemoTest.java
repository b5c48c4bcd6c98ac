package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoTest {
    @Test
    void theDemoShowsASeriesWithAllThatIsInIt() {
        Run run = Run.of("demo");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("heat: do not boil a dry kettle (v2, 3 of 3 patches)")
                .contains("[v2,2/3] heat: never heat a dry kettle", "under review, checks: fail")
                .contains("boot: fail, the kettle does not start when full")
                .containsSubsequence(
                        "What the mails bring:",
                        "\n  heat: rename boil.c and poll as often as the kettle asks for\n",
                        "\n  heat: never heat a dry kettle\n",
                        "\n  doc: tell of the caf\u00e9 mode and add its sound\n")
                .contains("Reviewed-by: Wen Adeyemi <wen@example.com>")
                .contains("-  -  assets/steam.pcm");
    }
}
