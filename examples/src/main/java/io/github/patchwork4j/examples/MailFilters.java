package io.github.patchwork4j.examples;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the lists of patches, of cover letters and of series are filtered by. */
final class MailFilters {
    @Option(names = "--project", paramLabel = "P", description = "The link name or the id of the project.")
    @Nullable String project;

    @Option(names = "--submitter", paramLabel = "WHO", description = "The mail address or the id of the sender.")
    @Nullable String submitter;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    DateFilters dates;

    @Option(names = "--q", paramLabel = "WORDS", description = "Words of the name.")
    @Nullable String search;
}
