package io.github.patchwork4j.client;

/** Which of the two servers it is that answers: they share an API and differ in what they make of it. */
public enum ServerDialect {
    /** Patchwork 2 and 3, written in Python. */
    PATCHWORK_3("3.x"),
    /** Patchwork 4, written in Go. */
    PATCHWORK_4("4.0");

    private final String version;

    ServerDialect(String version) {
        this.version = version;
    }

    /** Returns the name for messages, such as {@code Patchwork 4.0}. */
    @Override
    public String toString() {
        return "Patchwork " + version;
    }
}
