/** Compares two versions of a series, straight from their mails. */
@NullMarked
package io.github.patchwork4j.mbox.compare;

import org.jspecify.annotations.NullMarked;
