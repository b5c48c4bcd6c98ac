package io.github.patchwork4j.benchmarks.differential;

import java.util.List;
import java.util.stream.Stream;

/**
 * A way to write a history as mails.
 *
 * @param name a word for reports
 * @param strip how many components {@code git apply -p} has to take off
 * @param options those of {@code git format-patch}
 */
record Variant(String name, int strip, List<String> options) {
    /** The quoting of lines that begin with From; without it no archive can be split safely. */
    private static final String QUOTED = "--pretty=mboxrd";

    private static final String WITH_BASE = "with-base";

    private static final List<Variant> ALL = List.of(
            quoted("default"),
            new Variant("unquoted", 1, List.of()),
            quoted("binary", "--binary", "--full-index"),
            new Variant("no-prefix", 0, List.of(QUOTED, "--no-prefix")),
            quoted("no-context", "-U0"),
            quoted("whole-functions", "-W"),
            quoted("attached", "--attach"),
            quoted("inline", "--inline"),
            quoted("copies-and-rewrites", "-B", "--find-copies-harder"),
            quoted("no-preimage-of-deleted", "-D"),
            quoted("other-prefixes", "--src-prefix=i/", "--dst-prefix=w/"),
            new Variant("deep-prefixes", 2, List.of(QUOTED, "--src-prefix=old/one/", "--dst-prefix=new/two/")),
            quoted("series", "--thread=deep", "-v3", "--cover-letter", "--signoff"),
            quoted("subjects-kept", "-k"),
            quoted("rfc", "--rfc", "--subject-prefix=RFC PATCH kettle"),
            quoted("encoded-headers", "--encode-email-headers"),
            quoted("zero-commit", "--zero-commit", "--no-signature"),
            quoted("relayed", "--from=Rel Ay <relay@example.org>", "--to=list@example.org", "--add-header=X-A: b"),
            quoted("no-renames", "--no-renames", "--minimal", "--no-stat"),
            quoted(WITH_BASE, "--numbered"));

    private static Variant quoted(String name, String... options) {
        return new Variant(
                name, 1, Stream.concat(Stream.of(QUOTED), Stream.of(options)).toList());
    }

    /** Returns all of them, or the one of a name. */
    static List<Variant> named(String wanted) {
        List<Variant> found = ALL.stream()
                .filter(variant -> wanted.isEmpty() || variant.name().equals(wanted))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no variant is called " + wanted);
        }
        return found;
    }

    boolean hasBase() {
        return name.equals(WITH_BASE);
    }

    boolean isQuoted() {
        return options.contains(QUOTED);
    }
}
