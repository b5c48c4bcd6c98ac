/** The world of the fake server: its rows, their tables and the indexes over them. */
@NullMarked
package io.github.patchwork4j.testing.internal.state;

import org.jspecify.annotations.NullMarked;
