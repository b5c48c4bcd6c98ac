package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.python.PythonText;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Takes subjects apart: what Patchwork and git drop from them, and the numbers they hold. */
final class SubjectReader {
    private final List<String> prefixes = new ArrayList<>();
    private OptionalInt number = OptionalInt.empty();
    private OptionalInt total = OptionalInt.empty();
    private int version = -1;

    private SubjectReader() {}

    static PatchSubject git(String subject, GitOptions options) {
        SubjectReader reader = new SubjectReader();
        int at = gitLead(subject, 0);
        int end = bracketEnd(subject, at);
        while (end >= 0) {
            reader.tokens(subject.substring(at + 1, end).replace("[", " "), List.of(), true);
            at = gitLead(subject, end + 1);
            end = bracketEnd(subject, at);
        }
        reader.readNumbers(true);
        return reader.subject(GitTitle.of(subject, options), 1);
    }

    private static int bracketEnd(String text, int at) {
        return text.startsWith("[", at) ? text.indexOf(']', at) : -1;
    }

    /** Steps over what git drops before the next bracket: Re:, white space and colons. */
    private static int gitLead(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == ':') {
                at++;
            } else if (PythonText.startsWithIgnoreCase(text, at, "re:")) {
                at += 3;
            } else {
                break;
            }
        }
        return at;
    }

    static PatchSubject patchwork(String subject, List<String> dropped) {
        SubjectReader reader = new SubjectReader();
        String rest = PythonText.normalized(withoutReply(subject));
        int at = 0;
        int end = bracketEnd(rest, at);
        while (end >= 0) {
            reader.bracket(rest.substring(at + 1, end), dropped);
            at = end + 1;
            while (at < rest.length() && rest.charAt(at) == ' ') {
                at++;
            }
            end = bracketEnd(rest, at);
        }
        reader.readNumbers(false);
        String plain = PythonText.strip(rest.substring(at));
        String name = reader.prefixes.isEmpty() ? plain : "[" + String.join(",", reader.prefixes) + "] " + plain;
        return reader.subject(name, versionInName(name));
    }

    /** {@code [PATCH 1 of 2]}, as Mercurial writes it, keeps its marker in one piece. */
    private void bracket(String inside, List<String> dropped) {
        String mercurial = mercurialMarker(inside);
        if (mercurial.isEmpty()) {
            tokens(inside, dropped, false);
        } else {
            prefixes.add(mercurial);
            tokens(inside.substring("PATCH ".length() + mercurial.length()), dropped, false);
        }
    }

    private static String mercurialMarker(String text) {
        int start = "PATCH ".length();
        if (!text.startsWith("PATCH ")) {
            return "";
        }
        int end = PythonText.skipDigits(text, start);
        int second = end + " of ".length();
        if (end == start || !text.startsWith(" of ", end)) {
            return "";
        }
        int last = PythonText.skipDigits(text, second);
        return last == second ? "" : text.substring(start, last);
    }

    static String patchworkText(Mail mail) {
        return mail.headers().first("Subject").map(MailHeader::textAsPython).orElse("");
    }

    /** Patchwork's test for a reply; "Re meep" is one too. */
    static boolean isReply(String subject) {
        return PythonText.startsWithIgnoreCase(subject, 0, "re") && isColonOrSpace(subject, 2);
    }

    private static boolean isColonOrSpace(String text, int at) {
        return at < text.length() && (text.charAt(at) == ':' || PythonText.isSpace(text.charAt(at)));
    }

    private static String withoutReply(String subject) {
        for (String lead : List.of("fwd", "fw", "re")) {
            if (PythonText.startsWithIgnoreCase(subject, 0, lead) && isColonOrSpace(subject, lead.length())) {
                return subject.substring(lead.length() + 1);
            }
        }
        return subject;
    }

    private void tokens(String inside, List<String> dropped, boolean git) {
        int at = 0;
        while (at < inside.length()) {
            int end = at;
            while (end < inside.length() && inside.charAt(end) != ',' && !PythonText.isSpace(inside.charAt(end))) {
                end++;
            }
            String token = inside.substring(at, end);
            String lower = token.toLowerCase(Locale.ROOT);
            boolean drop = lower.equals("patch")
                    || dropped.stream()
                            .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(lower));
            if (!token.isEmpty() && !drop) {
                prefixes.add(git && isGluedVersion(token) ? token.substring(5) : token);
            }
            at = end + 1;
        }
    }

    private static boolean isGluedVersion(String token) {
        return PythonText.startsWithIgnoreCase(token, 0, "patchv") && Ascii.number(token.substring(6)) >= 0;
    }

    private void readNumbers(boolean git) {
        for (String token : prefixes) {
            if (number.isEmpty()) {
                marker(token);
            }
            char first = token.charAt(0);
            int value = first == 'v' || first == 'V' ? versionNumber(token.substring(1), git) : -1;
            if (version < 0 && value >= (git ? 1 : 0)) {
                version = value;
            }
        }
    }

    private static int versionNumber(String digits, boolean git) {
        return git ? Ascii.number(digits) : PythonText.number(digits);
    }

    /** Reads {@code 3/7} or {@code 3 of 7} at the end of a token, whatever stands before it. */
    private void marker(String token) {
        int totalStart = token.length();
        while (totalStart > 0 && Ascii.isDigit(token.charAt(totalStart - 1))) {
            totalStart--;
        }
        boolean slash = token.startsWith("/", totalStart - 1);
        boolean of = token.startsWith(" of ", totalStart - 4);
        int numberEnd = slash ? totalStart - 1 : of ? totalStart - 4 : -1;
        int numberStart = numberEnd;
        while (numberStart > 0 && Ascii.isDigit(token.charAt(numberStart - 1))) {
            numberStart--;
        }
        if (numberEnd < 0) {
            return;
        }
        int n = PythonText.number(token.substring(numberStart, numberEnd));
        int m = PythonText.number(token.substring(totalStart));
        if (n >= 0 && m >= 0) {
            number = OptionalInt.of(n);
            total = OptionalInt.of(m);
        }
    }

    /** Reads {@code (v2)} anywhere in a name; 1 if there is none. */
    private static int versionInName(String name) {
        for (int open = name.indexOf('('); open >= 0; open = name.indexOf('(', open + 1)) {
            int digits = open + 2;
            boolean v = PythonText.startsWithIgnoreCase(name, open + 1, "v");
            int end = v ? PythonText.skipDigits(name, digits) : digits;
            int number = name.startsWith(")", end) ? PythonText.number(name.substring(digits, end)) : -1;
            if (number >= 0) {
                return number;
            }
        }
        return 1;
    }

    private PatchSubject subject(String name, int otherVersion) {
        return new PatchSubject(name, prefixes, number, total, version >= 0 ? version : otherVersion);
    }
}
