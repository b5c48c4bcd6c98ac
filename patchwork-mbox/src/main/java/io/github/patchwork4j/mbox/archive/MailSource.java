package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the mails of an archive come from. */
interface MailSource extends Closeable {
    /** Returns the next mail, or null after the last. */
    @Nullable ArchivedMail next() throws IOException;

    /** Tells what is read; may read ahead to know. */
    ArchiveFormat format() throws IOException;

    /** Returns what stands before the first mail and belongs to none; may read ahead to know. */
    Bytes preamble() throws IOException;

    /** Tells what was noticed so far about the archive as a whole. */
    List<Diagnostic> diagnostics();
}
