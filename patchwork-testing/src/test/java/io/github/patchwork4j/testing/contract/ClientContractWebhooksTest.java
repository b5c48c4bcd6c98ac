package io.github.patchwork4j.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.client.AuthenticationException;
import io.github.patchwork4j.client.BadRequestException;
import io.github.patchwork4j.client.NewWebhook;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.WebhookUpdate;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.Webhook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Webhooks are made, changed, listed and deleted on 4.0, and nothing is asked of a server that has none. */
@ParameterizedClass
@MethodSource("io.github.patchwork4j.testing.contract.ContractServer#all")
class ClientContractWebhooksTest {
    /** Nobody listens there; and it is switched off before any event is made. */
    private static final NewWebhook OFF = NewWebhook.builder("http://127.0.0.1:9/patchwork4j-contract", "secret")
            .events(EventCategory.PATCH_CREATED, EventCategory.CHECK_CREATED)
            .inactive()
            .build();

    private final ContractServer server;
    private final PatchworkClient client;

    ClientContractWebhooksTest(ContractServer server) {
        this.server = server;
        this.client = server.client();
    }

    @BeforeEach
    void mayWrite() {
        server.requireWriter();
    }

    @Test
    void aWebhookIsMadeChangedAndDeletedWhereTheServerHasThem() {
        long project = client.projects().get(server.project()).id();
        if (!server.isFourZero()) {
            assertThatThrownBy(() -> client.webhooks().list(project).toList())
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> client.webhooks().create(project, OFF))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Webhook made = client.webhooks().create(project, OFF);
        try {
            assertThat(made.active()).isFalse();
            assertThat(made.events()).isEqualTo("patch-created,check-created");
            assertThat(made.isToldOf(EventCategory.CHECK_CREATED))
                    .as("while it is off")
                    .isFalse();
            assertThat(client.webhooks().get(project, made.id())).isEqualTo(made);
            assertThat(client.webhooks().list(project)).contains(made);
            assertThatThrownBy(() -> client.webhooks().create(project, OFF)).isInstanceOf(BadRequestException.class);

            Webhook changed = client.webhooks()
                    .update(
                            project,
                            made.id(),
                            WebhookUpdate.builder()
                                    .events(EventCategory.COVER_CREATED)
                                    .build());
            assertThat(changed.events()).isEqualTo("cover-created");
            assertThat(changed.url()).isEqualTo(made.url());
            assertThat(changed.active()).isFalse();
        } finally {
            client.webhooks().delete(project, made.id());
        }
        assertThatThrownBy(() -> client.webhooks().get(project, made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoIsNotLoggedInSeesNone() {
        assumeTrue(server.isFourZero(), "3.x has no webhooks");
        long project = client.projects().get(server.project()).id();

        assertThatThrownBy(() -> server.anonymous().webhooks().list(project).toList())
                .isInstanceOf(AuthenticationException.class);
    }
}
