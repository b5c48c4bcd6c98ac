/** Applies diffs to files in memory, by the rules of {@code git apply} or with the fuzz of GNU patch. */
@NullMarked
package io.github.patchwork4j.mbox.apply;

import org.jspecify.annotations.NullMarked;
