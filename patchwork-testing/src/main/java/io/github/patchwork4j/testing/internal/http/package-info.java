/** What a request asks and what an answer says, free of any server. */
@NullMarked
package io.github.patchwork4j.testing.internal.http;

import org.jspecify.annotations.NullMarked;
