package io.github.patchwork4j.client;

import java.util.Optional;

/**
 * A server that this machine is set up for, and who is asking there, as {@link Credentials#discover()} finds it.
 *
 * @param server the address of the server
 * @param project the project to work with, by its link name
 * @param credentials who is asking; {@link Credentials#ANONYMOUS} if nothing is set for this server
 * @param source where the address was found, for messages
 */
public record Account(String server, Optional<String> project, Credentials credentials, String source) {}
