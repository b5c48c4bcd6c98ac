/** Rules for text that the server inherits from its platform: integers, dates, quoting, encoded words. */
@NullMarked
package io.github.patchwork4j.testing.internal.text;

import org.jspecify.annotations.NullMarked;
