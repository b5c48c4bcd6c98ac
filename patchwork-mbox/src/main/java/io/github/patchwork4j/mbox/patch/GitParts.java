package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import java.util.Optional;

/** A mail taken apart as {@code git mailinfo} does it, before its headers are made fit for a commit. */
interface GitParts {
    /** The value of From, Subject or Date that counts, with its encoded words decoded. */
    Optional<Bytes> header(String name);

    /** The message: in UTF-8 where the charset was known, else as it came. */
    Bytes message();

    /** All from the line on that ends the message; a slice of the mail where a single part without encoding holds it. */
    Bytes patch();

    /** Whether git gives up on the mail. */
    boolean refused();

    /** Whether git writes nothing at all, not even an empty line, because the mail is empty. */
    boolean silent();

    /** Whether a line of the content ends in CR and LF. */
    boolean quotedCr();
}
