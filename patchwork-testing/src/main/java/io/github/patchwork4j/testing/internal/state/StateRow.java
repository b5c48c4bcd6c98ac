package io.github.patchwork4j.testing.internal.state;

/**
 * One of the states that this installation gives to patches.
 *
 * @param id the id
 * @param slug what the API writes
 * @param name what people read, and what filters compare with
 * @param ordering its rank among the states
 * @param actionRequired whether somebody still has to look at the patch
 */
public record StateRow(long id, String slug, String name, long ordering, boolean actionRequired) implements Row {}
