package io.github.patchwork4j.benchmarks;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.PatchId;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MimePart;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Inputs that make other parsers take minutes, the whole stack or all memory. Each grows with a size in bytes, so that two
 * sizes show whether the work grows in proportion.
 */
// The functions keep nothing.
@SuppressWarnings("ImmutableEnumChecker")
public enum Attack {
    /** Paths that lead out of the tree, into {@code .git}, to devices. */
    UNSAFE_PATHS(
            Kind.DIFF,
            random -> "diff --git a/../x%1$d b/../x%1$d\n--- a/../x%1$d\n+++ b/.git/x%1$d\n@@ -1 +1 @@\n-a\n+b\n"
                    .formatted(random.nextInt(9999))),
    /** A script for ed, which patch(1) once executed. */
    ED_SCRIPTS(Kind.DIFF, random -> "1,2c\n!touch x\n.\n3d\n"),
    /** A name with many spaces, each of which may end it. */
    NAME_OF_SPACES(Kind.DIFF, "diff --git a/", "x ", "\n"),
    /** A name with many slashes. */
    NAME_OF_SLASHES(Kind.DIFF, "diff --git a/", "x/ ", "\n"),
    /** Soft line breaks and nothing else. */
    SOFT_BREAKS(Kind.MAIL, "Content-Transfer-Encoding: quoted-printable\n\n", "a=\n", "\n"),
    /** Base 64 in a single line. */
    BASE64_LINE(Kind.MAIL, "Content-Transfer-Encoding: base64\n\n", "QUFB", "\n"),
    /** Binaries that say they are half a gigabyte. */
    HUGE_BINARIES(
            Kind.DIFF,
            random -> "diff --git a/x b/x\nindex 1..2 100644\nGIT binary patch\nliteral 500000000\nIcmZQzfB^;oC;\n\n"),
    /** Counts beyond what an int can hold, in heads of hunks. */
    OVERFLOWING_COUNTS(Kind.DIFF, random -> "--- a/x\n+++ b/x\n@@ -1,99999999999 +99999999999999999999,3 @@\n-a\n+b\n"),
    /** Numbers of thousands of digits in a subject. */
    OVERFLOWING_SUBJECT(Kind.MAIL, "Subject: [PATCH v9 1/", "9", "] x\n\n"),
    /** Multiparts in multiparts. */
    NESTED_PARTS(
            Kind.MAIL,
            random -> "Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n".formatted(random.nextInt())),
    /** Mails in mails. */
    NESTED_MAILS(Kind.MAIL, "", "Content-Type: message/rfc822\n\n", "x"),
    /** More parts than anybody sends. */
    MANY_PARTS(Kind.MAIL, "Content-Type: multipart/mixed; boundary=b\n\n", "--b\n\n", "--b--\n"),
    /** More headers than anybody sends. */
    MANY_HEADERS(Kind.MAIL, "", "X: y\n", "\n"),
    /** A header that goes on and on. */
    FOLDED_HEADER(Kind.MAIL, "Subject: a\n", " b\n", "\n"),
    /** Comments in comments, in an address. */
    NESTED_COMMENTS(Kind.MAIL, "From: ", "(", "a@example.org\n\n"),
    /** Quotes that are not closed. */
    OPEN_QUOTES(Kind.MAIL, "From: ", "\"", "a@example.org\nTo: <<<<\n\n"),
    /** What has matched a lazy regular expression at every place. */
    LAZY_AT(Kind.MAIL, "From: ", "a at ", "\nSubject: x\n\n"),
    /** The beginning of a request to pull, without its end. */
    HALF_PULL_REQUESTS(Kind.MAIL, "Subject: x\n\n", "The following changes since commit 1\n", "\n"),
    /** Brackets that open ids and never close. */
    OPEN_IDS(Kind.MAIL, "Message-Id: <\nReferences: ", "<", "\n\n"),
    /** Line ends that are none for git. */
    OTHER_LINE_ENDS(Kind.MAIL, "Subject: x\n\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n", "-\u2028\r+\u0085", "\n"),
    /** A mail that answers itself and a crowd. */
    MANY_REFERENCES(Kind.MAIL, "Message-Id: <0@a>\nReferences: <0@a>\n", " <0@a> <1@a>\n", "\n"),
    /** One line, and no end of it. */
    ONE_LINE(Kind.DIFF, "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+", "x", "\n"),
    /** One hunk of many lines. */
    ONE_HUNK(Kind.DIFF, "--- a/x\n+++ b/x\n@@ -1,99999999 +1,99999999 @@\n", " x\n", ""),
    /** Heads of hunks without lines. */
    MANY_HUNKS(Kind.DIFF, "--- a/x\n+++ b/x\n", "@@ -1 +1 @@\n", ""),
    /** A trailer block that goes on and on. */
    MANY_TRAILERS(Kind.MAIL, "Subject: x\n\nText.\n\n", "A-b: c\n d\n", "---\n"),
    /** Control characters, and those that turn the direction of text. */
    CONTROLS(Kind.MAIL, "Subject: ", "\u001b[2J\u202e", "\nFrom: \u0007 <a@example.org>\n\n"),
    /** Headers that should be there once. */
    DUPLICATE_HEADERS(Kind.MAIL, "", "From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n", "\n--b\n"),
    /** Charsets that are names of everything else. */
    ODD_CHARSETS(Kind.MAIL, "Content-Type: text/plain; charset=\"", "../x\0", "\"\nSubject: =?x\0?q?a?=\n\n"),
    /** Encoded words that never end. */
    OPEN_WORDS(Kind.MAIL, "Subject: ", "=?utf-8?q?", "\n\n"),
    /** Lines that may or may not begin a mail. */
    HALF_ENVELOPES(Kind.ARCHIVE, "From a Mon Sep 17 00:00:00 2001\n", "From \n>From \n>>From x:12:34:", "\n"),
    /** Mails of nothing. */
    EMPTY_MAILS(Kind.ARCHIVE, "", "From a Mon Sep 17 00:00:00 2001\n", "");

    /** What reads it. */
    private enum Kind {
        ARCHIVE,
        MAIL,
        DIFF
    }

    private final Kind kind;
    private final String before;
    private final Function<Random, String> unit;
    private final String after;

    Attack(Kind kind, Function<Random, String> unit) {
        this(kind, "", unit, "");
    }

    Attack(Kind kind, String before, String unit, String after) {
        this(kind, before, random -> unit, after);
    }

    Attack(Kind kind, String before, Function<Random, String> unit, String after) {
        this.kind = kind;
        this.before = before;
        this.unit = unit;
        this.after = after;
    }

    /** Makes the input, the same for the same seed. */
    Bytes make(int bytes, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(bytes + 200).append(before);
        while (text.length() < bytes) {
            text.append(unit.apply(random));
        }
        return Bytes.of(text.append(after).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the input in every way there is for it; returns what was reported. */
    List<Diagnostic> read(Bytes input) {
        return switch (kind) {
            case ARCHIVE -> readArchive(input);
            case MAIL -> readMail(input);
            case DIFF -> readDiff(input);
        };
    }

    private static List<Diagnostic> readArchive(Bytes input) {
        List<Diagnostic> found = new ArrayList<>();
        for (SplitRule rule : SplitRule.values()) {
            for (ArchivedMail mail : ArchiveReader.of(rule).read(input)) {
                mail.content();
                found.addAll(mail.diagnostics());
            }
        }
        return found;
    }

    private static List<Diagnostic> readMail(Bytes input) {
        Mail mail = Mail.parse(input);
        mail.subject();
        mail.from();
        mail.addresses("To");
        mail.date();
        mail.parents();
        for (MimePart part : mail.body().walk()) {
            part.text();
        }
        for (Dialect dialect : Dialect.values()) {
            PatchMail read = PatchMail.of(mail, dialect);
            read.reason();
            read.author();
            read.trailers();
            read.notes();
            read.hash();
            Diff.parse(read.patchText());
        }
        return mail.diagnostics();
    }

    private static List<Diagnostic> readDiff(Bytes input) {
        Diff diff = Diff.parse(input);
        PatchId.stable(input);
        PatchId.unstable(input);
        List<Diagnostic> found = new ArrayList<>(diff.diagnostics());
        for (FileDiff file : diff.files()) {
            file.safePath();
            file.numstat();
            file.hunks().forEach(hunk -> hunk.lineCount());
            file.binaryPatch()
                    .ifPresent(patch -> patch.forward().decode().problem().ifPresent(found::add));
        }
        return found;
    }
}
