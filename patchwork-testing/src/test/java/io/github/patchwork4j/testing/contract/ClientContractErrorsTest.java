package io.github.patchwork4j.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.patchwork4j.client.ApiException;
import io.github.patchwork4j.client.AuthenticationException;
import io.github.patchwork4j.client.BadRequestException;
import io.github.patchwork4j.client.NewBundle;
import io.github.patchwork4j.client.NewCheck;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.PermissionException;
import io.github.patchwork4j.client.SeriesUpdate;
import io.github.patchwork4j.client.ServerDialect;
import io.github.patchwork4j.client.UnknownFilterValueException;
import io.github.patchwork4j.client.UnsupportedServerException;
import io.github.patchwork4j.client.UserUpdate;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.UserRef;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal of a server arrives as the exception that names it, and nothing is changed by it. */
@ParameterizedClass
@MethodSource("io.github.patchwork4j.testing.contract.ContractServer#all")
class ClientContractErrorsTest {
    private static final long MISSING = 2_147_483_646;
    private static final PatchRef NO_PATCH =
            PatchRef.builder().id(MISSING).name("").build();
    private static final CoverRef NO_COVER =
            CoverRef.builder().id(MISSING).name("").build();
    private static final PatchUpdate ARCHIVE =
            PatchUpdate.builder().archived(true).build();

    private final ContractServer server;
    private final PatchworkClient client;

    ClientContractErrorsTest(ContractServer server) {
        this.server = server;
        this.client = server.client();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        notFound(() -> client.projects().get("there-is-no-such-project"));
        notFound(() -> client.projects().get(MISSING));
        notFound(() -> client.patches().get(MISSING));
        notFound(() -> client.covers().get(MISSING));
        notFound(() -> client.series().get(MISSING));
        notFound(() -> client.bundles().get(MISSING));
        notFound(() -> client.checks().get(NO_PATCH, 1));
        notFound(() -> client.checks().get(server.patches(1).get(0), MISSING));
        notFound(() -> client.comments().get(NO_PATCH, 1));
        notFound(() -> client.comments().get(server.patches(1).get(0), MISSING));
        notFound(() -> client.comments().get(NO_COVER, 1));
        if (server.isLoggedIn()) {
            notFound(() -> client.users().get(MISSING));
            notFound(() -> client.people().get(MISSING));
        }
    }

    @Test
    void listsBelowWhatIsNotThereAreNotEmpty() {
        Class<?> expected = server.isFourZero() ? UnknownFilterValueException.class : NotFoundException.class;

        assertThatThrownBy(() -> client.checks().list(NO_PATCH).toList()).isInstanceOf(expected);
        assertThatThrownBy(() -> client.comments().list(NO_PATCH).toList()).isInstanceOf(expected);
        assertThatThrownBy(() -> client.comments().list(NO_COVER).toList()).isInstanceOf(expected);
    }

    @Test
    void aVersionThatNoServerHasIsNoPatchwork() {
        PatchworkClient future = server.client(ApiVersion.of("9.9"));

        assertThatThrownBy(future::server).isInstanceOf(UnsupportedServerException.class);
        notFound(() -> future.patches().get(1));
    }

    @Test
    void whoIsNotLoggedInIsToldSo() {
        PatchworkClient anonymous = server.anonymous();

        unauthenticated(() -> anonymous.users().list().toList());
        unauthenticated(() -> anonymous.users().get(1));
        assertThat(anonymous.patches().get(server.patches(1).get(0)).name()).isNotEmpty();
    }

    @Test
    void aTokenThatNobodyHasIsToldWhereALoginIsDue() {
        PatchworkClient stranger = server.withUnknownToken();

        unauthenticated(() -> stranger.users().list().toList());
        if (server.isFourZero()) { // which takes it for none at all
            assertThat(stranger.projects().list().limit(1)).hasSize(1);
        } else {
            unauthenticated(() -> stranger.projects().list().toList());
        }
    }

    @Test
    void whoIsNotLoggedInWritesNothing() {
        server.requireWriter();
        PatchworkClient anonymous = server.anonymous();
        PatchRef patch = server.patches(1).get(0);

        assertThatThrownBy(() -> anonymous.patches().update(patch, ARCHIVE)).satisfies(this::isAboutWhoAsks);
        assertThatThrownBy(() -> anonymous
                        .checks()
                        .create(patch, NewCheck.builder(CheckState.PENDING).build()))
                .satisfies(this::isAboutWhoAsks);
        unauthenticated(() -> anonymous
                .bundles()
                .create(NewBundle.builder("contract", patch.id()).build()));
    }

    /** 3.x tells somebody who is not logged in and posts a check that he may not, as it tells everybody else. */
    private void isAboutWhoAsks(Throwable refusal) {
        if (server.isFourZero()) {
            assertThat(refusal).isInstanceOf(AuthenticationException.class);
        } else {
            assertThat(refusal).isInstanceOfAny(AuthenticationException.class, PermissionException.class);
        }
    }

    @Test
    void whoMayNotIsToldSo() {
        server.requireWriter();
        UserRef me = ownBundleOwner();
        UserRef other = server.need(
                client.users().list().limit(50).stream()
                        .map(UserRef.class::cast)
                        .filter(user -> user.id() != me.id())
                        .findFirst(),
                "second user");

        assertThatThrownBy(() -> client.users()
                        .update(
                                other.id(),
                                UserUpdate.builder()
                                        .firstName(other.firstName())
                                        .build()))
                .isInstanceOfSatisfying(
                        PermissionException.class, e -> assertThat(e.status()).isEqualTo(403));
    }

    /** Makes a bundle and deletes it, for its owner is who asks; no address tells that. */
    private UserRef ownBundleOwner() {
        Bundle bundle = client.bundles()
                .create(NewBundle.builder(
                                "patchwork4j contract", server.patches(1).get(0).id())
                        .build());
        client.bundles().delete(bundle);
        return bundle.owner();
    }

    @Test
    void whatDoesNotValidateIsToldWithItsField() {
        server.requireWriter();
        PatchRef patch = server.patches(1).get(0);

        BadRequestException noState = catchThrowableOfType(
                BadRequestException.class,
                () -> client.patches()
                        .update(
                                patch,
                                PatchUpdate.builder()
                                        .state(PatchState.of("no-such-state"))
                                        .build()));
        assertThat(noState.status()).isEqualTo(400);
        assertThat(noState).hasMessageContaining("Invalid state");
        if (!server.isFourZero()) {
            assertThat(noState.fieldErrors()).containsOnlyKeys("state");
        }
        assertThatThrownBy(() -> client.bundles()
                        .create(NewBundle.builder("patchwork4j contract", MISSING)
                                .build()))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void whatIsNotThereIsNotWritten() {
        server.requireWriter();

        notFound(() -> client.patches().update(MISSING, ARCHIVE));
        notFound(() -> client.checks()
                .create(
                        NO_PATCH,
                        NewCheck.builder(CheckState.PENDING).context("contract").build()));
        notFound(() -> client.bundles().delete(MISSING));
    }

    @Test
    void aMethodThatTheServerDoesNotHaveIsToldWithItsStatus() {
        server.requireWriter();
        assumeFalse(server.isFourZero(), "4.0 has every method that the client has");
        SeriesUpdate update = SeriesUpdate.builder().metadata(Map.of("a", "b")).build();
        long series = client.series().list().limit(1).iterator().next().id();
        PatchworkClient misled = server.client(builder -> builder.dialect(ServerDialect.PATCHWORK_4));

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> misled.series().update(series, update));
        assertThat(e.status()).isEqualTo(405);
        assertThat(e.detail()).contains("not allowed");
        assertThatThrownBy(() -> client.series().update(series, update))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changing a series");
    }

    private static void notFound(Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        e -> assertThat(e.status())
                                .isIn(404, 301)); // 4.0 sends whoever asks for an unknown address on and on
    }

    private static void unauthenticated(Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        AuthenticationException.class,
                        e -> assertThat(e.status()).isIn(401, 403));
    }
}
