/** Measurements of the parser, beside those of others in the same run. */
@NullMarked
package io.github.patchwork4j.benchmarks;

import org.jspecify.annotations.NullMarked;
