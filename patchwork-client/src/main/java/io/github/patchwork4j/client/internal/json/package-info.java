/** How the model is read from JSON and written to it. */
@NullMarked
package io.github.patchwork4j.client.internal.json;

import org.jspecify.annotations.NullMarked;
