/** Rows as JSON, in the shape of each version of the API. */
@NullMarked
package io.github.patchwork4j.testing.internal.view;

import org.jspecify.annotations.NullMarked;
