package io.github.patchwork4j.testing.internal.state;

import org.jspecify.annotations.Nullable;

/**
 * An address that mail came from.
 *
 * @param id the id
 * @param name the name it came with, or null
 * @param email the address
 * @param user the id of the user who claimed the address, or {@link Row#NONE}
 */
public record PersonRow(long id, @Nullable String name, String email, long user) implements Row {}
