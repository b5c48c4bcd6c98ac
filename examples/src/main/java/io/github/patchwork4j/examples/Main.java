package io.github.patchwork4j.examples;

/** The programs of the examples jar. */
final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
