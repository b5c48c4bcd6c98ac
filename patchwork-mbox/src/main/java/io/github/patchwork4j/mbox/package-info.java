/**
 * What all stages of the parser share: a view of bytes, the limits on hostile input, and the diagnostics by which a
 * parser tells what it could not make sense of.
 */
@NullMarked
package io.github.patchwork4j.mbox;

import org.jspecify.annotations.NullMarked;
