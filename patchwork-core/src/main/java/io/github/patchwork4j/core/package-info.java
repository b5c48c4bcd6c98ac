/**
 * The vocabulary of Patchwork: its patches, cover letters, series, projects, people, comments, checks, bundles and
 * events as immutable values, for every version of the API and both servers.
 *
 * <p>The interfaces here are implemented by this library only; get instances from a client or from their builders.
 * A later version may add attributes to them, always with a value to fall back on.
 */
@NullMarked
package io.github.patchwork4j.core;

import org.jspecify.annotations.NullMarked;
