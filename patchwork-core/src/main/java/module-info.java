/** The immutable model and the value types of Patchwork. */
module io.github.patchwork4j.core {
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;
    requires static java.compiler;

    exports io.github.patchwork4j.core;
}
