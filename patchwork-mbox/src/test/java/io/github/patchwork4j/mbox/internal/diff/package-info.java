@NullMarked
package io.github.patchwork4j.mbox.internal.diff;

import org.jspecify.annotations.NullMarked;
