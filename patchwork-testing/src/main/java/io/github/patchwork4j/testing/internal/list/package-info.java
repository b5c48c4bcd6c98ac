/** How lists are filtered, searched, ordered and cut into pages. */
@NullMarked
package io.github.patchwork4j.testing.internal.list;

import org.jspecify.annotations.NullMarked;
