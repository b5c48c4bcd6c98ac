/** Mails: headers, addresses, dates, and the tree of MIME parts, over the raw bytes. */
@NullMarked
package io.github.patchwork4j.mbox.mail;

import org.jspecify.annotations.NullMarked;
