/** The fields of a body, checked one by one with the server's own messages. */
@NullMarked
package io.github.patchwork4j.testing.internal.input;

import org.jspecify.annotations.NullMarked;
