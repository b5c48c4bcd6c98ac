/** What Python's standard library does with text and charsets, which a Patchwork server reads mail with. */
@NullMarked
package io.github.patchwork4j.mbox.internal.python;

import org.jspecify.annotations.NullMarked;
