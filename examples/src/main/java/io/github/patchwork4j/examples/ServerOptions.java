package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.Credentials;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.PatchworkJson;
import io.github.patchwork4j.client.ServerDialect;
import io.github.patchwork4j.core.ApiVersion;
import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server to talk to, how, and as whom. */
final class ServerOptions {
    @Option(names = "--url", required = true, paramLabel = "URL", description = "The address of the server.")
    @SuppressWarnings("NullAway.Init")
    private URI url;

    @Option(
            names = "--api",
            paramLabel = "VERSION",
            defaultValue = "1.3",
            description = "The version of the API to ask for (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private ApiVersion version;

    @Option(
            names = "--user-agent",
            paramLabel = "NAME",
            defaultValue = "patchwork-examples/0.1 (examples@example.org)",
            description = "What to call oneself, and how to be reached.")
    @SuppressWarnings("NullAway.Init")
    private String userAgent;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Makes a client that has the token which the environment names, if it names one. */
    PatchworkClient client() {
        PatchworkClient.Builder client = builder();
        String token = System.getenv("PW_TOKEN");
        return token == null || token.isBlank()
                ? client.build()
                : client.credentials(Credentials.token(token)).build();
    }

    private PatchworkClient.Builder builder() {
        try {
            return PatchworkClient.builder(url.toString()).userAgent(userAgent).apiVersion(version);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Main.message(e));
        }
    }

    /** Makes a writer of what a server has, with dates as that server writes them. */
    PatchworkJson json(PatchworkClient client) {
        PatchworkJson.Builder json = PatchworkJson.builder().apiVersion(version);
        return client.server().dialect() == ServerDialect.PATCHWORK_4
                ? json.zonedDates().build()
                : json.build();
    }
}
