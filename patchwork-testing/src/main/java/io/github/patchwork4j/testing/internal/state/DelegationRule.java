package io.github.patchwork4j.testing.internal.state;

/**
 * Who gets the patches that touch certain files.
 *
 * @param project a project's id
 * @param user a user's id
 * @param path a pattern of file names
 * @param priority the higher wins
 */
public record DelegationRule(long project, long user, String path, long priority) {}
