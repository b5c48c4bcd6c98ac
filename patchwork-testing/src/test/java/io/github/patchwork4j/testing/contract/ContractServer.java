package io.github.patchwork4j.testing.contract;

import io.github.patchwork4j.client.Capability;
import io.github.patchwork4j.client.Credentials;
import io.github.patchwork4j.client.FilterChecks;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.ServerDialect;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.FakePatchworkBuilder;
import io.github.patchwork4j.testing.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A server that the client's contract is held against: the fake in each of its profiles with the recorded world, or the
 * one server that system properties name.
 *
 * <p>{@code patchwork.url} is its root. {@code patchwork.token} is that of a maintainer of {@code patchwork.project} (a
 * link name; the first project that has patches unless given): only with it anything is written.
 * {@code patchwork.zone} is the time zone of a 3.x server, UTC unless given.
 */
final class ContractServer implements AutoCloseable {
    private static final String MAINTAINER = "7f00ccd08c8e886d615b824406551b3ba44b8b9f";
    private static final String NOBODY = "0000000000000000000000000000000000000000";

    private final String name;
    private final String url;
    private final Optional<Credentials> credentials;
    private final ZoneId zone;
    private final @Nullable FakePatchwork fake;
    private final List<PatchworkClient> clients = new ArrayList<>();
    private @Nullable PatchworkClient client;
    private @Nullable String project;

    private ContractServer(
            String name,
            String url,
            Optional<Credentials> credentials,
            ZoneId zone,
            @Nullable FakePatchwork fake,
            @Nullable String project) {
        this.name = name;
        this.url = url;
        this.credentials = credentials;
        this.zone = zone;
        this.fake = fake;
        this.project = project;
    }

    /** Returns every server in turn. A fake is strict: it fails the test when a real server would misread a request. */
    static Stream<ContractServer> all() {
        return servers(fake -> fake);
    }

    /** Returns the same, but with fakes that answer as real servers do when they misread a request, or fail. */
    static Stream<ContractServer> unforgiving() {
        return servers(fake -> fake.lenient().realFaults());
    }

    private static Stream<ContractServer> servers(UnaryOperator<FakePatchworkBuilder> with) {
        Optional<String> url = property("url");
        return url.isPresent()
                ? Stream.of(named(url.get()))
                : Arrays.stream(Profile.values()).map(profile -> fake(profile, with));
    }

    private static ContractServer named(String url) {
        return new ContractServer(
                url,
                url,
                property("token").map(Credentials::token),
                property("zone").map(ZoneId::of).orElse(ZoneOffset.UTC),
                null,
                property("project").orElse(null));
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty("patchwork." + name)).filter(value -> !value.isBlank());
    }

    private static ContractServer fake(Profile profile, UnaryOperator<FakePatchworkBuilder> with) {
        try (InputStream world = ContractServer.class.getResourceAsStream("/recorded/world.json")) {
            FakePatchwork fake = with.apply(FakePatchwork.builder()
                            .world(Objects.requireNonNull(world))
                            .profile(profile))
                    .start();
            return new ContractServer(
                    profile.name(),
                    fake.url().toString(),
                    Optional.of(Credentials.token(MAINTAINER)),
                    ZoneId.of("Australia/Canberra"),
                    fake,
                    "core");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a client in version 1.3, or the newest that an older server has. */
    PatchworkClient client() {
        PatchworkClient known = client;
        if (known == null) {
            known = client(builder -> builder.apiVersionOrOlder(ApiVersion.V1_3));
            client = known;
        }
        return known;
    }

    PatchworkClient client(ApiVersion version) {
        return client(builder -> builder.apiVersion(version));
    }

    /** Returns a client that holds every row against the filters it was asked for with. */
    PatchworkClient checking() {
        return client(builder -> builder.apiVersionOrOlder(ApiVersion.V1_3).filterChecks(FilterChecks.ROWS));
    }

    PatchworkClient anonymous() {
        return keep(builder().apiVersionOrOlder(ApiVersion.V1_3).build());
    }

    PatchworkClient withUnknownToken() {
        return keep(builder().credentials(Credentials.token(NOBODY)).build());
    }

    PatchworkClient client(UnaryOperator<PatchworkClient.Builder> with) {
        PatchworkClient.Builder builder = builder();
        credentials.ifPresent(builder::credentials);
        return keep(with.apply(builder).build());
    }

    private PatchworkClient.Builder builder() {
        PatchworkClient.Builder builder = PatchworkClient.builder(url)
                .userAgent("patchwork4j-contract/1 (test@example.org)")
                .serverZone(zone);
        return isFake() ? builder.strict() : builder;
    }

    private PatchworkClient keep(PatchworkClient made) {
        clients.add(made);
        return made;
    }

    boolean isFake() {
        return fake != null;
    }

    boolean isFourZero() {
        return client().server().dialect() == ServerDialect.PATCHWORK_4;
    }

    boolean has(Capability capability) {
        return client().server().has(capability);
    }

    boolean isLoggedIn() {
        return credentials.isPresent();
    }

    /** Skips the rest of a test that writes, unless somebody is named who may. */
    void requireWriter() {
        Assumptions.assumeTrue(isLoggedIn(), "no token is given");
    }

    /** Takes what a test needs, or skips the rest of it on a server that has none; the recorded world has it all. */
    <T> T need(Optional<T> found, String what) {
        if (isFake() && found.isEmpty()) {
            throw new AssertionError("the recorded world has no " + what);
        }
        return found.orElseGet(() -> Assumptions.abort("the server has no " + what));
    }

    /** Returns the link name of a project that has patches. */
    String project() {
        String known = project;
        if (known == null) {
            known = need(
                    client().projects().list().stream()
                            .map(Project::linkName)
                            .filter(name -> client().patches()
                                    .list(PatchQuery.builder().project(name).build())
                                    .limit(1)
                                    .iterator()
                                    .hasNext())
                            .findFirst(),
                    "project with patches");
            project = known;
        }
        return known;
    }

    /** Returns the first patches of the project. */
    List<PatchSummary> patches(int atMost) {
        List<PatchSummary> patches = client().patches()
                .list(PatchQuery.builder().project(project()).build())
                .limit(atMost)
                .toList();
        need(patches.stream().findFirst(), "patch in the project " + project());
        return patches;
    }

    @Override
    public void close() {
        clients.forEach(PatchworkClient::close);
        if (fake != null) {
            fake.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
