/** The endpoints below {@code /api/}: routes, login, permissions and errors. */
@NullMarked
package io.github.patchwork4j.testing.internal.api;

import org.jspecify.annotations.NullMarked;
