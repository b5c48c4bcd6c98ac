package consumer;

import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.PatchworkException;
import io.github.patchwork4j.client.PatchworkJson;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PersonRef;
import java.io.IOException;
import java.util.Collections;
import okhttp3.OkHttp;

/** Uses the client the way a program outside would, and looks what it was given. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        PersonRef alice = PatchworkJson.create()
                .read(PersonRef.class, "{\"id\":1,\"url\":\"\",\"name\":\"Alice\",\"email\":\"alice@example.com\"}")
                .withEmail("alice@example.net");
        require(alice.email().equals("alice@example.net"), "a person is read");

        require(OkHttp.VERSION.startsWith("5."), "OkHttp is " + OkHttp.VERSION);
        for (String type : new String[] {"okhttp3/OkHttpClient", "okio/Okio", "retrofit2/Retrofit", "kotlin/Unit"}) {
            int copies = Collections.list(Main.class.getClassLoader().getResources(type + ".class")).size();
            require(copies == 1, type + " is there " + copies + " times");
        }

        PatchQuery query = PatchQuery.builder().project("core").addStates(PatchState.NEW).build();
        try (PatchworkClient client = PatchworkClient.builder("http://127.0.0.1:9/")
                .userAgent("consumer/1 (consumer@example.org)")
                .build()) {
            client.patches().list(query).toList();
            throw new IllegalStateException("nobody should answer at the discard port");
        } catch (PatchworkException e) {
            require(e.getMessage().contains("/api/1.3/patches/?project=core&state=new"), e.getMessage());
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException(what);
        }
    }
}
