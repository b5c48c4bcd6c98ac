/** Mails put together: series by the rules of a Patchwork server or by judgement, and the answers to them. */
@NullMarked
package io.github.patchwork4j.mbox.series;

import org.jspecify.annotations.NullMarked;
