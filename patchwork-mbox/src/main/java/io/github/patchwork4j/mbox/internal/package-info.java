/** Code that several packages of this module share and no other module sees. */
@NullMarked
package io.github.patchwork4j.mbox.internal;

import org.jspecify.annotations.NullMarked;
