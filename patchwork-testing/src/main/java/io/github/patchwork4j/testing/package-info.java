/** A fake Patchwork server for tests, and its JUnit extension. */
@NullMarked
package io.github.patchwork4j.testing;

import org.jspecify.annotations.NullMarked;
