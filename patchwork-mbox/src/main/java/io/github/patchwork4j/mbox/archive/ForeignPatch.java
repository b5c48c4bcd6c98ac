package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rewrites patches of other tools as mails, as git am does before it reads them. */
final class ForeignPatch {
    static final Bytes HG_FIRST_LINE = Bytes.ofUtf8("# HG changeset patch");

    private static final String HG_USER = "# User ";
    private static final String HG_DATE = "# Date ";

    /** Seconds up to the year 9999, which is as far as a mail's date goes. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss ", Locale.ROOT.stripExtensions());

    private ForeignPatch() {}

    static boolean startsStgitHeader(Bytes bytes, int at) {
        return bytes.startsWith("From:", at) || bytes.startsWith("Author:", at) || bytes.startsWith("Date:", at);
    }

    /** The first line is the subject, lines of headers may follow it in any number, and then the message begins. */
    static Bytes stgit(Bytes patch) {
        ByteSink mail = new ByteSink(patch.length() + 32);
        boolean titled = false;
        int at = 0;
        while (at < patch.length()) {
            int end = Ascii.lineEnd(patch, at);
            Bytes line = patch.slice(at, end);
            if (startsStgitHeader(patch, at)) {
                boolean author = line.startsWith("Author:");
                mail.write(author ? Bytes.ofUtf8("From:") : Bytes.EMPTY);
                mail.write(author ? line.slice("Author:".length(), line.length()) : line);
            } else if (!Ascii.trim(line).isEmpty()) {
                if (titled) {
                    break;
                }
                mail.write(Bytes.ofUtf8("Subject: "));
                mail.write(line);
                titled = true;
            }
            at = end;
        }
        return withMessage(mail, patch.slice(at, patch.length()));
    }

    /** Lines that start "# " are headers, of which the user and the date are taken. */
    static Bytes hg(Bytes patch) {
        ByteSink mail = new ByteSink(patch.length() + 32);
        int at = 0;
        while (patch.startsWith("# ", at)) {
            int end = Ascii.lineEnd(patch, at);
            Bytes line = patch.slice(at, end);
            if (line.startsWith(HG_USER)) {
                mail.write(Bytes.ofUtf8("From: "));
                mail.write(line.slice(HG_USER.length(), line.length()));
            } else if (line.startsWith(HG_DATE)) {
                hgDate(line).ifPresent(date -> mail.write(Bytes.ofUtf8("Date: " + date + "\n")));
            }
            at = end;
        }
        return withMessage(mail, patch.slice(at, patch.length()));
    }

    private static Bytes withMessage(ByteSink mail, Bytes message) {
        if (!message.isEmpty()) {
            mail.write('\n');
            mail.write(message);
        }
        return mail.toBytes();
    }

    /** Reports dates that git am would refuse the whole patch for; here the mail has no date then. */
    static void check(Bytes patch, long offset, List<Diagnostic> diagnostics) {
        int at = 0;
        while (patch.startsWith("# ", at)) {
            int end = Ascii.lineEnd(patch, at);
            Bytes line = patch.slice(at, end);
            if (line.startsWith(HG_DATE) && hgDate(line).isEmpty()) {
                String shown = Ascii.trimEnd(line.slice(0, Math.min(line.length(), 60)))
                        .latin1();
                diagnostics.add(new Diagnostic(
                        Diagnostic.Kind.MALFORMED_HEADER, offset + at, "no date of Mercurial: " + shown));
            }
            at = end;
        }
    }

    /** Reads seconds since 1970 and, behind spaces, seconds west of Greenwich. */
    private static Optional<String> hgDate(Bytes line) {
        String text = line.slice(HG_DATE.length(), line.length()).latin1();
        String value = text.endsWith("\r\n")
                ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        String numbers = value.stripLeading();
        int space = numbers.indexOf(' ');
        if (space < 1 || space > 12) {
            return Optional.empty();
        }
        String zone = numbers.substring(space).stripLeading();
        boolean signed = zone.startsWith("-") || zone.startsWith("+");
        int west = Ascii.number(signed ? zone.substring(1) : zone);
        long seconds = seconds(numbers.substring(0, space));
        int minutes = west / 60;
        if (west < 0 || seconds < 0 || minutes > ZoneOffset.MAX.getTotalSeconds() / 60) {
            return Optional.empty();
        }
        boolean east = zone.startsWith("-");
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((east ? minutes : -minutes) * 60);
        String sign = east && minutes > 0 ? "+" : minutes == 0 ? "+" : "-";
        String name = String.format(Locale.ROOT, "%s%02d%02d", sign, minutes / 60, minutes % 60);
        return Optional.of(DATE.format(ZonedDateTime.ofInstant(Instant.ofEpochSecond(seconds), offset)) + name);
    }

    private static long seconds(String digits) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            if (!Ascii.isDigit(digits.charAt(i))) {
                return -1;
            }
            value = value * 10 + (digits.charAt(i) - '0');
        }
        return value <= LAST_SECOND ? value : -1;
    }
}
