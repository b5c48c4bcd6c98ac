/** Nothing here but its place in the house. */
@NullMarked
package io.github.patchwork4j.testing;

import org.jspecify.annotations.NullMarked;
