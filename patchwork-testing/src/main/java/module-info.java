/** A fake Patchwork server for tests, and its JUnit extension. */
module io.github.patchwork4j.testing {
    requires transitive io.github.patchwork4j.client;
    requires transitive io.github.patchwork4j.mbox;
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;
    requires transitive okhttp3;
    requires com.squareup.moshi;
    requires okio;

    exports io.github.patchwork4j.testing;
}
