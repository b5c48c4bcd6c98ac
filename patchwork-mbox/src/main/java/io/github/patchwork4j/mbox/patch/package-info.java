/** Patch mails: what a mail says, apart from what it would change, by the rules of git or of Patchwork. */
@NullMarked
package io.github.patchwork4j.mbox.patch;

import org.jspecify.annotations.NullMarked;
