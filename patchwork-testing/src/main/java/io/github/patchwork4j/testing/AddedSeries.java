package io.github.patchwork4j.testing;

import java.util.List;
import java.util.OptionalLong;

/**
 * A series that was added to a fake.
 *
 * @param id the id of the series
 * @param cover the id of its cover letter; empty if it has none
 * @param patches the ids of the patches that arrived, in the order of their numbers
 */
public record AddedSeries(long id, OptionalLong cover, List<Long> patches) {}
