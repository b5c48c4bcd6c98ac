package io.github.patchwork4j.examples;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From when to when the rows of a list are wanted. */
final class DateFilters {
    @Option(names = "--since", paramLabel = "DATE", description = "The first date, in UTC unless it has a zone.")
    @Nullable Instant since;

    @Option(names = "--before", paramLabel = "DATE", description = "The date after the last.")
    @Nullable Instant before;
}
