/** The parts of the diff parser that know bytes and offsets only, not the model that is made of them. */
@NullMarked
package io.github.patchwork4j.mbox.internal.diff;

import org.jspecify.annotations.NullMarked;
