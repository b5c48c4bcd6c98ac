/** Nothing here but its place in the house. */
@NullMarked
package io.github.patchwork4j.client;

import org.jspecify.annotations.NullMarked;
