package io.github.patchwork4j.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.BadRequestException;
import io.github.patchwork4j.client.ConflictException;
import io.github.patchwork4j.client.NewBundle;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.ServerException;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchSummary;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client writes although it contradicts what is there, or although the server fails on it, is told as what it is. */
@ParameterizedClass
@MethodSource("io.github.patchwork4j.testing.contract.ContractServer#unforgiving")
class ClientContractConflictsTest {
    private static final String BUNDLE = "patchwork4j contract";
    private static final PatchUpdate LEAVE =
            PatchUpdate.builder().leaveRelation().build();

    private final ContractServer server;
    private final PatchworkClient client;

    ClientContractConflictsTest(ContractServer server) {
        this.server = server;
        this.client = server.client();
    }

    @BeforeEach
    void mayWrite() {
        server.requireWriter();
    }

    @Test
    void patchesAreRelatedAndPartedAgain() {
        List<PatchSummary> free = free(2);
        try {
            assertThat(relate(free.get(0), free.get(1)))
                    .extracting(PatchRef::id)
                    .containsExactly(free.get(1).id());
            assertThat(client.patches().update(free.get(0), LEAVE).related()).isEmpty();
            assertThat(client.patches().get(free.get(1)).related()).isEmpty();
        } catch (NotFoundException e) { // as 4.0 answers on PostgreSQL
            assertThat(server.isFourZero()).isTrue();
            assertThat(e).hasMessageContaining("relat");
        }
    }

    @Test
    void patchesOfTwoRelationsAreNotJoined() {
        List<PatchSummary> free = free(4);
        try {
            relate(free.get(0), free.get(1));
            relate(free.get(2), free.get(3));
            assertThatThrownBy(() -> relate(free.get(0), free.get(2))).isInstanceOf(ConflictException.class);
            client.patches().update(free.get(0), LEAVE);
            client.patches().update(free.get(2), LEAVE);
        } catch (NotFoundException e) {
            assertThat(server.isFourZero()).isTrue();
        }
    }

    private List<? extends PatchRef> relate(PatchRef patch, PatchRef other) {
        return client.patches()
                .update(patch, PatchUpdate.builder().relateTo(other.id()).build())
                .related();
    }

    private List<PatchSummary> free(int count) {
        List<PatchSummary> free = server.patches(100).stream()
                .filter(patch -> patch.related().isEmpty())
                .limit(count)
                .toList();
        server.need(free.stream().skip(count - 1L).findFirst(), count + " patches in no relation");
        return free;
    }

    @Test
    void aBundleOfATakenNameIsRefused() {
        NewBundle bundle = NewBundle.builder(BUNDLE, server.patches(1)).build();
        Bundle made = client.bundles().create(bundle);
        try {
            if (server.isFourZero()) {
                assertThatThrownBy(() -> client.bundles().create(bundle)).isInstanceOf(BadRequestException.class);
            } else {
                assertThatThrownBy(() -> client.bundles().create(bundle))
                        .isInstanceOf(ServerException.class)
                        .hasMessageContaining("may have a bundle of that name already");
            }
        } finally {
            client.bundles().delete(made);
        }
    }
}
