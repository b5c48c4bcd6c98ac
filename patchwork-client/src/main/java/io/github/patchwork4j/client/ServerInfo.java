package io.github.patchwork4j.client;

import io.github.patchwork4j.core.ApiVersion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client has found out about its server. */
public final class ServerInfo {
    private final ServerDialect dialect;
    private final ApiVersion apiVersion;

    ServerInfo(ServerDialect dialect, ApiVersion apiVersion) {
        this.dialect = dialect;
        this.apiVersion = apiVersion;
    }

    /**
     * {@return which of the two servers it is, by the signs in its answers: it has no field that tells}
     */
    public ServerDialect dialect() {
        return dialect;
    }

    /**
     * {@return the version of the API that the client asks for, and that the server has}
     */
    public ApiVersion apiVersion() {
        return apiVersion;
    }

    /**
     * {@return what the server does in this version of the API, beside what all do}
     */
    public Set<Capability> capabilities() {
        return Arrays.stream(Capability.values())
                .filter(this::has)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Capability.class)));
    }

    /**
     * Tells whether the server does something.
     *
     * @param capability what
     * @return whether it does
     */
    public boolean has(Capability capability) {
        return capability.isIn(dialect, apiVersion);
    }

    /** Returns the server and the version for logs. */
    @Override
    public String toString() {
        return dialect + ", API " + apiVersion;
    }
}
