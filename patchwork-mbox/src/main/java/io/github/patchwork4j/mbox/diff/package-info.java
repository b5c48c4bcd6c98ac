/**
 * Diffs: bytes in, files and hunks out, each with a way back to its raw bytes.
 *
 * <p>{@link io.github.patchwork4j.mbox.diff.Diff#parse(io.github.patchwork4j.mbox.Bytes)} is the way in. It reads what
 * {@code git apply} reads (git's own diffs, unified diffs of other tools, binary patches), and git's combined diffs
 * besides. Nothing in the text makes it throw: what could be read is in the model, the rest is in the diagnostics.
 */
@NullMarked
package io.github.patchwork4j.mbox.diff;

import org.jspecify.annotations.NullMarked;
