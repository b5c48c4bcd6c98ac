/** Changes to mails that leave every byte alone that they do not concern. */
@NullMarked
package io.github.patchwork4j.mbox.edit;

import org.jspecify.annotations.NullMarked;
