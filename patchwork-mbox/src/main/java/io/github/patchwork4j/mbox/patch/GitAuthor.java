package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.mail.MailAddress;

/** Reads the author of a commit from a From header, one char for each byte, by git's rules: the first at sign splits. */
final class GitAuthor {
    private static final int MAX_NAME = 60;

    private GitAuthor() {}

    static MailAddress of(String from) {
        String squeezed = GitSpace.squeezed(from);
        String text = unquoted(squeezed);
        int sign = text.indexOf('@');
        if (sign < 0) {
            return withoutSign(squeezed);
        }
        int start = sign;
        while (start > 0 && !GitSpace.is(text.charAt(start - 1)) && text.charAt(start - 1) != '<') {
            start--;
        }
        int end = start;
        while (end < text.length() && !Ascii.isSpaceInC(text.charAt(end)) && text.charAt(end) != '>') {
            end++;
        }
        String email = text.substring(start, end);
        boolean bracket = start > 0 && text.charAt(start - 1) == '<';
        String before = text.substring(0, bracket ? start - 1 : start);
        String after = text.substring(Math.min(end + 1, text.length()));
        String name = GitSpace.trimmed(GitSpace.squeezed(bracket ? before + " " + after : before + after));
        if (name.startsWith("(") && name.endsWith(")") && name.length() > 1) {
            name = name.substring(1, name.length() - 1);
        }
        return named(name, email);
    }

    private static MailAddress withoutSign(String from) {
        int open = from.indexOf('<');
        int close = from.indexOf('>', open + 1);
        if (open < 0 || close < 0) {
            return new MailAddress("", "");
        }
        return named(GitSpace.trimmed(from.substring(0, open)), from.substring(open + 1, close));
    }

    private static MailAddress named(String name, String email) {
        boolean odd = name.length() > MAX_NAME || name.chars().anyMatch(c -> c == '@' || c == '<' || c == '>');
        return new MailAddress(odd || name.isEmpty() ? email : name, email);
    }

    /** Drops the quotes of quoted strings and the backslashes in them and in comments. */
    private static String unquoted(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && (quoted || depth > 0) && i + 1 < text.length()) {
                out.append(text.charAt(++i));
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
            } else {
                depth += quoted ? 0 : c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
                out.append(c);
            }
        }
        return out.toString();
    }
}
