/** Nothing here but its place in the house. */
@NullMarked
package io.github.patchwork4j.mbox;

import org.jspecify.annotations.NullMarked;
