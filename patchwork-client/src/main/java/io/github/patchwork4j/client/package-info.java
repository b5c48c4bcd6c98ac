/**
 * The client of Patchwork's REST API, for the server 3.x and for 4.0.
 *
 * <p>Start at {@link io.github.patchwork4j.client.PatchworkClient}.
 */
@NullMarked
package io.github.patchwork4j.client;

import org.jspecify.annotations.NullMarked;
