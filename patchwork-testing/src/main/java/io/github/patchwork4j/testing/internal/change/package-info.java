/** What a write does to the world: new rows, new dates and the events that tell of them. */
@NullMarked
package io.github.patchwork4j.testing.internal.change;

import org.jspecify.annotations.NullMarked;
