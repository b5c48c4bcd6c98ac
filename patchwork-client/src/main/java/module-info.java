/** The client of Patchwork's REST API. */
module io.github.patchwork4j.client {
    requires transitive io.github.patchwork4j.core;
    requires transitive okhttp3;
    requires transitive retrofit2;
    requires io.github.patchwork4j.mbox;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;
    requires static java.compiler;
    requires com.squareup.moshi;
    requires okio;
    requires org.slf4j;
    requires retrofit2.converter.moshi;

    exports io.github.patchwork4j.client;
}
