/** A program on the module path. */
module consumer {
    requires io.github.patchwork4j.client;
}
