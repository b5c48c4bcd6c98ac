package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.client.Page;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.PatchSummary;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many generated patches: 10,000 of them in the build, or as many as the system property {@code fake.patches} says, such as a
 * million with {@code -Xmx2g}.
 */
class ManyPatchesTest {
    private static final int COUNT = Integer.getInteger("fake.patches", 10_000);

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"PATCHWORK_3_2", "PATCHWORK_4_0"})
    void allAreThereOnce(Profile profile) {
        long start = System.nanoTime();
        try (FakePatchwork fake = FakePatchwork.builder()
                .profile(profile)
                .generatedPatches("big", COUNT, 7)
                .start()) {
            long generated = System.nanoTime();
            PatchworkClient client = fake.client();
            long sum = 0;
            long seen = 0;
            for (Page<PatchSummary> page : client.patches().list().pageSize(250).pages()) {
                for (PatchSummary patch : page.items()) {
                    sum += patch.id();
                    seen++;
                }
            }
            assertThat(seen).isEqualTo(COUNT);
            assertThat(sum).isEqualTo((long) COUNT * (COUNT + 1) / 2);
            if (COUNT > 10_000) {
                Runtime runtime = Runtime.getRuntime();
                System.out.printf(
                        "%s: %d patches made in %d ms, read in %d ms, %d MB in use%n",
                        profile,
                        COUNT,
                        (generated - start) / 1_000_000,
                        (System.nanoTime() - generated) / 1_000_000,
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void oneSeedMakesOneWorld(Profile profile) {
        try (FakePatchwork one = few(profile, 1);
                FakePatchwork same = few(profile, 1);
                FakePatchwork other = few(profile, 2)) {
            assertThat(names(one)).isEqualTo(names(same)).isNotEqualTo(names(other));
            List<Event> events = one.client().events().list().toList();
            assertThat(events).extracting(event -> event.category().toString()).contains("series-completed");
            assertThat(one.client().series().list())
                    .allSatisfy(series -> assertThat(series.receivedAll()).isTrue());
        }
    }

    private static FakePatchwork few(Profile profile, long seed) {
        return FakePatchwork.builder()
                .profile(profile)
                .generatedPatches("big", 50, seed)
                .start();
    }

    private static List<String> names(FakePatchwork fake) {
        return fake.client().patches().list().stream().map(PatchSummary::name).toList();
    }
}
