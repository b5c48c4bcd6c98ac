package consumer;

import io.github.patchwork4j.client.PatchworkJson;
import io.github.patchwork4j.core.Patch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a patch in a fat jar that has forgotten to be a multi-release one. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        try (InputStream manifest = Main.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            String text = new String(manifest.readAllBytes(), StandardCharsets.UTF_8);
            if (text.contains("Multi-Release")) {
                throw new IllegalStateException("the manifest is not the one to test: " + text);
            }
        }
        try (InputStream json = Main.class.getResourceAsStream("/patch-1551374.json")) {
            Patch patch = PatchworkJson.create()
                    .read(Patch.class, new String(json.readAllBytes(), StandardCharsets.UTF_8));
            if (patch.id() != 1551374 || patch.diff().isEmpty()) {
                throw new IllegalStateException("the patch is not read: " + patch);
            }
        }
    }
}
