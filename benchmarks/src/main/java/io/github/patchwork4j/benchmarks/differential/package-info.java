/** Compares the parser with git over whole histories. */
@NullMarked
package io.github.patchwork4j.benchmarks.differential;

import org.jspecify.annotations.NullMarked;
