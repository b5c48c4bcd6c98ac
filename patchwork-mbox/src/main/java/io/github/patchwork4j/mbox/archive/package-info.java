/** Mail archives: an mbox goes in, one raw mail after the other comes out. */
@NullMarked
package io.github.patchwork4j.mbox.archive;

import org.jspecify.annotations.NullMarked;
