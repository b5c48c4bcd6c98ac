package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.mail.MailHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A mail of a patch tracker's list: its message apart from its diff, and what it is, by the rules of a {@link Dialect}. */
public final class PatchMail {
    /** What a mail is; a later version may add more. */
    public enum Kind {
        /** It changes something, by a diff. */
        PATCH,
        /** It opens a series and has no diff. */
        COVER,
        /** It answers or discusses. */
        COMMENT,
        /** It asks to pull and has no diff; Patchwork stores it as a patch. */
        PULL_REQUEST,
        /** None of these. */
        OTHER
    }

    private final Mail mail;
    private final Dialect dialect;
    private final PatchSubject subject;
    private final Optional<MailAddress> author;
    private final String message;
    private final String notes;
    private final Bytes patchText;
    private final Optional<Bytes> diff;
    private final Optional<String> pullRequest;
    private final boolean reply;

    /** Reads a mail as git does. */
    private PatchMail(Mail mail) {
        GitText text = GitText.of(mail);
        this.mail = mail;
        this.dialect = Dialect.GIT;
        this.patchText = text.patch();
        int start = text.diffStart();
        this.diff = start == patchText.length()
                ? Optional.empty()
                : Optional.of(patchText.slice(start, patchText.length()));
        String rawSubject = header(mail, text, "subject");
        String from = header(mail, text, "from");
        this.subject = PatchSubject.git(rawSubject);
        this.author = from.isEmpty() ? Optional.empty() : Optional.of(GitAuthor.of(from));
        this.message = text.message();
        this.notes = withoutDashes(patchText.slice(0, start).utf8());
        this.pullRequest = PullRequest.find(message);
        this.reply = SubjectReader.isReply(rawSubject.strip());
    }

    /** Reads a mail as Patchwork does. */
    private PatchMail(Mail mail, List<String> droppedPrefixes) {
        String rawSubject = subjectForPatchwork(mail);
        this.mail = mail;
        this.dialect = Dialect.PATCHWORK;
        this.reply = SubjectReader.isReply(rawSubject);
        PatchworkText text = PatchworkText.of(mail, reply);
        this.subject = PatchSubject.patchwork(rawSubject, droppedPrefixes);
        this.author = mail.from();
        this.message = text.content();
        int dashes = ("\n" + message + "\n").indexOf("\n---\n");
        this.notes = dashes < 0 ? "" : message.substring(Math.min(message.length(), dashes + 4));
        this.diff = text.diff().isEmpty() ? Optional.empty() : Optional.of(Bytes.ofUtf8(text.diff()));
        this.patchText = diff.orElse(Bytes.EMPTY);
        this.pullRequest = reply ? Optional.empty() : PullRequest.find(message);
    }

    /**
     * Reads a mail.
     *
     * @param mail the mail
     * @param dialect whose rules
     * @return what it holds
     */
    public static PatchMail of(Mail mail, Dialect dialect) {
        return dialect == Dialect.GIT ? new PatchMail(mail) : patchwork(mail, List.of());
    }

    /**
     * Reads a mail as a Patchwork server does for one of its projects. As in Python's mail parser, each CR ends a line.
     *
     * @param mail the mail
     * @param droppedPrefixes what is dropped from the subject's prefixes whatever its case: the project's link name
     * @return what it holds
     */
    public static PatchMail patchwork(Mail mail, List<String> droppedPrefixes) {
        boolean hasCr = mail.raw().indexOf((byte) '\r', 0) >= 0;
        String text = hasCr ? mail.raw().latin1().replace("\r\n", "\n").replace('\r', '\n') : "";
        Mail read = hasCr ? Mail.parse(Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1)), mail.limits()) : mail;
        return new PatchMail(read, droppedPrefixes);
    }

    /** git lets the last header count, and headers in the message only if a patch follows. */
    private static String header(Mail mail, GitText text, String name) {
        Optional<String> inBody =
                text.patch().isEmpty() ? Optional.empty() : text.inBody().get(name);
        return inBody.orElseGet(
                () -> mail.headers().last(name).map(MailHeader::text).orElse(""));
    }

    /** Python shows each byte outside ASCII of an unencoded header as U+FFFD, and decodes no word in such a header. */
    private static String subjectForPatchwork(Mail mail) {
        Bytes value = mail.headers().first("Subject").map(MailHeader::value).orElse(Bytes.EMPTY);
        if (value.isAscii()) {
            return mail.subject();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            text.append(value.at(i) < 0 ? '\ufffd' : (char) value.at(i));
        }
        return text.toString();
    }

    private static String withoutDashes(String text) {
        int end = PythonText.lineEnd(text, 0);
        return text.substring(0, end).strip().equals("---") ? text.substring(Math.min(end + 1, text.length())) : text;
    }

    /**
     * Returns the mail.
     *
     * @return the mail that was read; for Patchwork with its CRs made line ends
     */
    public Mail mail() {
        return mail;
    }

    /**
     * Returns whose rules it was read by.
     *
     * @return the dialect
     */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Returns what the mail is. A cover that answers other mails is one for Patchwork only if it does not know a
     * cover of that name; that takes its database and is not judged here.
     *
     * @return the kind
     */
    public Kind kind() {
        if (reply) {
            return Kind.COMMENT;
        }
        if (diff.isPresent()) {
            return Kind.PATCH;
        }
        if (pullRequest.isPresent()) {
            return Kind.PULL_REQUEST;
        }
        if (subject.number().orElse(-1) == 0) {
            return Kind.COVER;
        }
        return mail.parents().isEmpty() ? Kind.OTHER : Kind.COMMENT;
    }

    /**
     * Tells why the mail is of its kind.
     *
     * @return a sentence for a person to read
     */
    public String reason() {
        return switch (kind()) {
            case PATCH -> "it has a diff";
            case PULL_REQUEST -> "it asks to pull from " + pullRequest.orElse("");
            case COVER -> "it is number 0 of " + subject.total().orElse(0) + " and has no diff";
            case COMMENT -> reply ? "its subject begins as a reply" : "it has no diff and answers another mail";
            case OTHER -> "it has no diff, no number 0, and answers no mail";
        };
    }

    /**
     * Returns what the subject says.
     *
     * @return the subject; for git that in the message, if there is one and a patch follows
     */
    public PatchSubject subject() {
        return subject;
    }

    /**
     * Returns who wrote the patch.
     *
     * @return the author; for git that in the message, if there is one and a patch follows
     */
    public Optional<MailAddress> author() {
        return author;
    }

    /**
     * Returns the message.
     *
     * @return for git what becomes the commit message below its title, for Patchwork its {@code content}, notes
     *     included
     */
    public String message() {
        return message;
    }

    /**
     * Returns what stands between the line {@code ---} and the diff: notes for reviewers and the diffstat.
     *
     * @return the text; empty if there is no such line
     */
    public String notes() {
        return notes;
    }

    /**
     * Returns all that does not belong to the message.
     *
     * @return for git from the line {@code ---} to the end of the mail, as {@code git mailinfo} writes it; for Patchwork the diff
     */
    public Bytes patchText() {
        return patchText;
    }

    /**
     * Returns the diff.
     *
     * @return for git the bytes from the first file's header to the end of the mail, in whatever charset they are; for Patchwork its
     *     {@code diff}, in UTF-8; empty if there is none
     */
    public Optional<Bytes> diff() {
        return diff;
    }

    /**
     * Returns what Patchwork calls {@code hash}.
     *
     * @return the hash of {@link #diff()}; equal to the server's if the dialect is Patchwork; empty if there is no diff
     */
    public Optional<String> hash() {
        return diff.map(PatchworkHash::of);
    }

    /**
     * Returns where the mail asks to pull from.
     *
     * @return what Patchwork calls {@code pull_url}; empty if it does not ask
     */
    public Optional<String> pullRequest() {
        return pullRequest;
    }

    /**
     * Returns the trailers of the message by git's rules.
     *
     * @return the trailers in their order
     */
    public List<Trailer> trailers() {
        return Trailer.parse(subject.name() + "\n\n" + message);
    }

    @Override
    public String toString() {
        return "PatchMail[" + kind() + ", " + subject.name() + "]";
    }
}
