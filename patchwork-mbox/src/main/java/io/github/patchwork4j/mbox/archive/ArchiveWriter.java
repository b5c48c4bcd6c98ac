package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes mails to an mbox or a Maildir; for one thread. What was read and is not changed is written back byte for byte.
 *
 * <pre>{@code
 * try (MailArchive in = ArchiveReader.of(SplitRule.GIT).open(from);
 *         ArchiveWriter out = ArchiveWriter.mbox(to, Escaping.MBOXRD)) {
 *     for (ArchivedMail mail : in) {
 *         MailEdit edit = MailEdit.of(Mail.parse(mail.content())).withoutHeader("X-Spam");
 *         out.write(mail, edit.toBytes());
 *     }
 * }
 * }</pre>
 */
public abstract class ArchiveWriter implements Closeable {
    ArchiveWriter() {}

    /**
     * Writes an mbox.
     *
     * @param out where to; closing the writer closes it
     * @param escaping what becomes of lines that look like envelope lines
     * @return a new writer
     */
    public static ArchiveWriter mbox(OutputStream out, Escaping escaping) {
        return new MboxWriter(out, escaping);
    }

    /**
     * Writes an mbox.
     *
     * @param file the file to write; what was in it is lost
     * @param escaping what becomes of lines that look like envelope lines
     * @return a new writer
     * @throws IOException if the file cannot be written
     */
    public static ArchiveWriter mbox(Path file, Escaping escaping) throws IOException {
        return mbox(Files.newOutputStream(file), escaping);
    }

    /**
     * Writes to a Maildir: each mail becomes a file in {@code new}, written in {@code tmp} first. Their names are numbers with which
     * {@code git mailsplit} and this library keep the order of the mails; they go on behind those that are there.
     *
     * @param folder the Maildir; made if it is not there
     * @return a new writer
     * @throws IOException if its folders cannot be made or read
     */
    public static ArchiveWriter maildir(Path folder) throws IOException {
        return new MaildirWriter(folder);
    }

    /**
     * Writes a mail that was read.
     *
     * @param mail the mail
     * @throws IOException if it cannot be written, or if the mail was cut when it was read
     */
    public final void write(ArchivedMail mail) throws IOException {
        checkWhole(mail);
        put(mail, null);
    }

    /**
     * Writes a mail that was read and changed; its envelope line stays.
     *
     * @param mail the mail as it was read
     * @param content what {@link ArchivedMail#content()} has become
     * @throws IOException if it cannot be written, or if the mail was cut when it was read
     */
    public final void write(ArchivedMail mail, Bytes content) throws IOException {
        checkWhole(mail);
        put(mail, content);
    }

    private static void checkWhole(ArchivedMail mail) throws IOException {
        if (mail.raw().length() < mail.length()) {
            throw new IOException("mail " + mail.index() + " at " + mail.offset() + " was cut after "
                    + mail.raw().length() + " of " + mail.length() + " bytes, and is not written");
        }
    }

    /**
     * Writes a mail that was in no archive.
     *
     * @param content its bytes, from the first header on
     * @throws IOException if it cannot be written
     */
    public abstract void write(Bytes content) throws IOException;

    /**
     * Writes all mails of an archive that were not yet taken. With {@link Escaping#AS_READ}, the same bytes come out that are in the
     * file, the white space before the first mail included.
     *
     * @param archive the archive
     * @throws IOException if a mail cannot be written, or was cut when it was read
     * @throws java.io.UncheckedIOException if the archive cannot be read
     */
    public final void copy(MailArchive archive) throws IOException {
        begin(archive.preamble());
        for (ArchivedMail mail : archive) {
            write(mail);
        }
    }

    abstract void begin(Bytes preamble) throws IOException;

    /** Writes a mail whose content was changed, unless it is null. */
    abstract void put(ArchivedMail mail, @Nullable Bytes changed) throws IOException;
}
