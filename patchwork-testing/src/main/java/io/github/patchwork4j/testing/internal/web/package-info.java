/** The few pages outside {@code /api/} that clients meet. */
@NullMarked
package io.github.patchwork4j.testing.internal.web;

import org.jspecify.annotations.NullMarked;
