/** Worlds as JSON files. */
@NullMarked
package io.github.patchwork4j.testing.internal.snapshot;

import org.jspecify.annotations.NullMarked;
