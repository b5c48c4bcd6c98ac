package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** What git writes; all else of its dialect is read from it when somebody asks. */
    private final Optional<MailInfo> mailInfo;

    /** Set once, or by several threads to equal values. */
    private @Nullable Reading reading;

    /** Set when somebody asks, as the reading is. */
    private @Nullable List<Diagnostic> diagnostics;

    private PatchMail(Mail mail, MailInfo mailInfo) {
        this.mail = mail;
        this.dialect = Dialect.GIT;
        this.mailInfo = Optional.of(mailInfo);
    }

    private PatchMail(Mail mail, Reading reading) {
        this.mail = mail;
        this.dialect = Dialect.PATCHWORK;
        this.mailInfo = Optional.empty();
        this.reading = reading;
    }

    private Reading reading() {
        Reading read = reading;
        if (read == null) {
            read = Reading.git(mailInfo.orElseThrow());
            reading = read;
        }
        return read;
    }

    /**
     * Reads a mail.
     *
     * @param mail the mail
     * @param dialect whose rules
     * @return what it holds
     */
    public static PatchMail of(Mail mail, Dialect dialect) {
        return dialect == Dialect.GIT ? of(mail, GitOptions.DEFAULT) : patchwork(mail, List.of());
    }

    /**
     * Reads a mail as git does.
     *
     * @param mail the mail
     * @param options git's options
     * @return what it holds
     */
    public static PatchMail of(Mail mail, GitOptions options) {
        return new PatchMail(mail, MailInfo.of(mail, options));
    }

    /**
     * Reads a mail as a Patchwork server does for one of its projects, which parses it with Python.
     *
     * @param mail the mail
     * @param droppedPrefixes what is dropped from the subject's prefixes whatever its case: the project's link name
     * @return what it holds
     */
    public static PatchMail patchwork(Mail mail, List<String> droppedPrefixes) {
        Mail read = Mail.parseAsPython(mail.raw(), mail.limits());
        return new PatchMail(read, Reading.patchwork(read, droppedPrefixes));
    }

    /**
     * Returns the mail.
     *
     * @return the mail that was read; for Patchwork as {@link Mail#parseAsPython} reads it
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
        if (dropped().isPresent()) {
            return Kind.OTHER;
        }
        if (reading().reply()) {
            return Kind.COMMENT;
        }
        if (reading().diff().isPresent()) {
            return Kind.PATCH;
        }
        if (reading().pullRequest().isPresent()) {
            return Kind.PULL_REQUEST;
        }
        if (reading().subject().number().orElse(-1) == 0) {
            return Kind.COVER;
        }
        return answers() ? Kind.COMMENT : Kind.OTHER;
    }

    /**
     * Tells why the mail is of its kind.
     *
     * @return a sentence for a person to read
     */
    public String reason() {
        return switch (kind()) {
            case PATCH -> "it has a diff";
            case PULL_REQUEST ->
                "it asks to pull from " + reading().pullRequest().orElse("");
            case COVER -> "it is number 0 of " + reading().subject().total().orElse(0) + " and has no diff";
            case COMMENT ->
                reading().reply() ? "its subject begins as a reply" : "it has no diff and answers another mail";
            case OTHER -> dropped().orElse("it has no diff, no number 0, and answers no mail");
        };
    }

    private boolean answers() {
        return dialect == Dialect.GIT
                ? !mail.parents().isEmpty()
                : !PatchworkIds.references(mail).isEmpty();
    }

    /** Why a Patchwork server drops the mail whatever it is. */
    private Optional<String> dropped() {
        if (dialect == Dialect.GIT) {
            return Optional.empty();
        }
        for (String name : List.of("From", "Subject", "Message-Id")) {
            if (mail.headers().first(name).isEmpty()) {
                return Optional.of("it has no header " + name);
            }
        }
        if (PatchworkHints.of(mail).ignored()) {
            return Optional.of("its header X-Patchwork-Hint asks to ignore it");
        }
        return reading().diff().isEmpty() && reading().message().isEmpty()
                ? Optional.of("it has neither text nor diff")
                : Optional.empty();
    }

    /**
     * Returns what the subject says.
     *
     * @return the subject; for git that in the message, if there is one and a patch follows
     */
    public PatchSubject subject() {
        return reading().subject();
    }

    /**
     * Returns who wrote the patch.
     *
     * @return the author; for git that in the message, if there is one and a patch follows
     */
    public Optional<MailAddress> author() {
        return reading().author();
    }

    /**
     * Returns when the patch was written.
     *
     * @return the date; for git that in the message, if there is one and a patch follows
     */
    public Optional<OffsetDateTime> date() {
        return reading().date();
    }

    /**
     * Returns the message.
     *
     * @return for git what becomes the commit message below its title, for Patchwork its {@code content}, notes
     *     included
     */
    public String message() {
        return reading().message();
    }

    /**
     * Returns what stands between the line {@code ---} and the diff: notes for reviewers and the diffstat.
     *
     * @return the text; empty if there is no such line
     */
    public String notes() {
        return reading().notes();
    }

    /**
     * Returns all that does not belong to the message.
     *
     * @return for git from the line {@code ---} to the end of the mail, as {@code git mailinfo} writes it; for Patchwork the diff
     */
    public Bytes patchText() {
        return mailInfo.map(MailInfo::patch).orElseGet(() -> reading().patchText());
    }

    /**
     * Returns what git's own tool would write about this mail.
     *
     * @return the output of {@code git mailinfo}; empty for Patchwork
     */
    public Optional<MailInfo> mailInfo() {
        return mailInfo;
    }

    /**
     * Returns the diff.
     *
     * @return for git the bytes from the first file's header to the end of the mail, in whatever charset they are; for Patchwork its
     *     {@code diff}, in UTF-8; empty if there is none
     */
    public Optional<Bytes> diff() {
        return reading().diff();
    }

    /**
     * Returns what Patchwork calls {@code hash}.
     *
     * @return the hash of {@link #diff()}; equal to the server's if the dialect is Patchwork; empty if there is no diff
     */
    public Optional<String> hash() {
        return reading().diff().map(PatchworkHash::of);
    }

    /**
     * Returns where the mail asks to pull from.
     *
     * @return what Patchwork calls {@code pull_url}; empty if it does not ask
     */
    public Optional<String> pullRequest() {
        return reading().pullRequest();
    }

    /**
     * Tells whether git would find a patch in the mail, which Patchwork does not look for in replies.
     *
     * @return whether there is a diff by git's rules
     */
    public boolean hasGitDiff() {
        return dialect == Dialect.GIT
                ? reading().diff().isPresent()
                : Reading.git(MailInfo.of(Mail.parse(mail.raw(), mail.limits()), GitOptions.DEFAULT))
                        .diff()
                        .isPresent();
    }

    /**
     * Returns the trailers of the message by git's rules.
     *
     * @return the trailers in their order
     */
    public List<Trailer> trailers() {
        return Trailer.parse(reading().subject().name() + "\n\n" + reading().message());
    }

    /**
     * Tells what was broken or is doubtful: what {@link Mail#diagnostics()} says, lines that end in CR and LF where git warns of them,
     * files in uuencode or yEnc, and diffs in which a mail program has made spaces of a tab.
     *
     * @return the diagnostics, mostly none; the first call reads the diff to find them
     */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> found = diagnostics;
        if (found == null) {
            found = PatchDoubts.of(mail, mailInfo, patchText());
            diagnostics = found;
        }
        return found;
    }

    @Override
    public String toString() {
        return "PatchMail[" + kind() + ", " + reading().subject().name() + "]";
    }
}
