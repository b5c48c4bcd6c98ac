/** Patches, covers, series and bundles as mail. */
@NullMarked
package io.github.patchwork4j.testing.internal.mbox;

import org.jspecify.annotations.NullMarked;
