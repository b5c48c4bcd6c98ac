/** Small programs on top of the library, each to be read in one go. */
@NullMarked
package io.github.patchwork4j.examples;

import org.jspecify.annotations.NullMarked;
