/** What a client sends: its media type, and the JSON, form or multipart text in it. */
@NullMarked
package io.github.patchwork4j.testing.internal.body;

import org.jspecify.annotations.NullMarked;
