package io.github.patchwork4j.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.BundleQuery;
import io.github.patchwork4j.client.Download;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Series;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails and diffs are downloaded whole, by the ids of what they belong to. */
@ParameterizedClass
@MethodSource("io.github.patchwork4j.testing.contract.ContractServer#all")
class ClientContractDownloadsTest {
    private static final int FEW = 5;

    private final ContractServer server;
    private final PatchworkClient client;

    ClientContractDownloadsTest(ContractServer server) {
        this.server = server;
        this.client = server.client();
    }

    @Test
    void thePatchIsInItsMail() throws IOException {
        for (PatchSummary patch : server.patches(FEW)) {
            try (Download mbox = client.patches().mbox(patch)) {
                assertThat(new String(mbox.stream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("From ")
                        .contains("X-Patchwork-Id: " + patch.id() + "\n");
            }
        }
    }

    @Test
    void theDiffIsThatOfTheDetail() {
        Patch patch = server.need(
                server.patches(FEW).stream()
                        .map(client.patches()::get)
                        .filter(one ->
                                one.diff().filter(diff -> !diff.isEmpty()).isPresent())
                        .findFirst(),
                "patch with a diff");

        assertThat(text(client.patches().diff(patch))).isEqualTo(patch.diff().orElseThrow());
    }

    @Test
    void theCoverLetterIsInItsMail() {
        CoverRef cover = server.need(client.covers().list().limit(1).stream().findFirst(), "cover letter");

        assertThat(text(client.covers().mbox(cover))).contains("X-Patchwork-Id: " + cover.id() + "\n");
    }

    @Test
    void thePatchesOfASeriesAreInItsMails() {
        Series series = server.need(
                client.series().list().limit(250).stream()
                        .filter(one -> one.receivedAll() && one.patches().size() > 1)
                        .findFirst(),
                "series of several patches");

        assertHasAll(client.series().mbox(series), series.patches());
    }

    @Test
    void thePatchesOfABundleAreInItsMails() {
        Optional<Bundle> bundle =
                client.bundles().list(BundleQuery.builder().isPublic(true).build()).limit(FEW).stream()
                        .map(row -> client.bundles().get(row.id())) // 4.0 lists bundles without their patches
                        .filter(one -> !one.patches().isEmpty())
                        .findFirst();
        Bundle found = server.need(bundle, "public bundle with patches");

        assertHasAll(client.bundles().mbox(found), found.patches());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        PatchRef missing = PatchRef.builder().id(2_147_483_646).name("").build();

        assertThatThrownBy(() -> client.patches().mbox(missing)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.patches().diff(missing)).isInstanceOf(NotFoundException.class);
    }

    private static void assertHasAll(Download mbox, List<PatchRef> patches) {
        String mails = text(mbox);
        assertThat(patches).allSatisfy(patch -> assertThat(mails).contains("X-Patchwork-Id: " + patch.id() + "\n"));
    }

    private static String text(Download download) {
        return new String(download.bytes(), StandardCharsets.UTF_8);
    }
}
