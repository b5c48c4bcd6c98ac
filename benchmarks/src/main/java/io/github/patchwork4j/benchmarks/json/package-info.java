/** How fast answers of the API are read, beside other ways to read JSON. */
@NullMarked
package io.github.patchwork4j.benchmarks.json;

import org.jspecify.annotations.NullMarked;
