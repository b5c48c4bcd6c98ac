package consumer;

import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.PatchworkException;
import io.github.patchwork4j.client.PatchworkJson;
import io.github.patchwork4j.core.PersonRef;

/** Uses the client from a module of its own. */
public final class Main {
    private Main() {}

    /**
     * Runs the program.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PersonRef alice = PatchworkJson.create()
                .read(PersonRef.class, "{\"id\":1,\"url\":\"\",\"name\":\"Alice\",\"email\":\"alice@example.com\"}");
        require(alice.name().orElseThrow().equals("Alice"), "a person is read");
        require(Main.class.getModule().isNamed(), "the program is a module");
        require(PatchworkClient.class.getModule().isNamed(), "the client is a module");

        try (PatchworkClient client = PatchworkClient.builder("http://127.0.0.1:9/")
                .userAgent("consumer/1 (consumer@example.org)")
                .build()) {
            client.patches().list(PatchQuery.builder().project("core").build()).toList();
            throw new IllegalStateException("nobody should answer at the discard port");
        } catch (PatchworkException e) {
            require(e.getMessage().contains("/api/1.3/patches/?project=core"), e.getMessage());
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException(what);
        }
    }
}
