/** The place where requests arrive from the network. */
@NullMarked
package io.github.patchwork4j.testing.internal.server;

import org.jspecify.annotations.NullMarked;
