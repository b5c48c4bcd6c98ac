package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.client.PatchworkClient;
import org.junit.jupiter.api.Test;

@PatchworkTest(world = "/worlds/odd.json")
class PatchworkExtensionFieldsTest {
    private FakePatchwork fake;
    private PatchworkClient client;

    @Test
    void fillsFieldsWithTheServerOfTheParameters(FakePatchwork parameter) {
        assertThat(fake).isSameAs(parameter);
    }

    @Test
    void fillsFieldsWithAClientOfThatServer(PatchworkClient parameter) {
        assertThat(client).isSameAs(parameter);
        assertThat(client.projects().get("alpha").id()).isEqualTo(1);
        PatchworkAssertions.assertThat(fake).hasRequestCount(1);
    }
}
