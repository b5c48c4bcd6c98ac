/** What a fuzzer calls with bytes of its own making: each target throws when a promise of the parser is broken. */
@NullMarked
package io.github.patchwork4j.fuzzing;

import org.jspecify.annotations.NullMarked;
