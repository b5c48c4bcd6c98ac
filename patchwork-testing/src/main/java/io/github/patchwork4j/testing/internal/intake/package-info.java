/** Takes mails in, as a Patchwork server does. */
@NullMarked
package io.github.patchwork4j.testing.internal.intake;

import org.jspecify.annotations.NullMarked;
