package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import io.github.patchwork4j.mbox.mail.MailAddress;

/**
 * Reads a name and an address as Patchwork does, which tries three forms in turn: {@code Name <address>},
 * {@code user at host (Name)} and {@code address (Name)}. Anything else is an address.
 */
final class PatchworkSender {
    private PatchworkSender() {}

    static MailAddress of(String header) {
        int open = PatchworkIds.open(header, 0);
        int close = header.indexOf('>', open + 2);
        if (open >= 0 && close >= 0) {
            return sender(unquoted(header.substring(0, open)), header.substring(open + 1, close));
        }
        int comment = header.indexOf('(');
        int end = header.indexOf(')', comment + 1);
        if (comment >= 0 && end > comment + 1) {
            String name = header.substring(comment + 1, end);
            String before = header.substring(0, comment);
            int at = spacedAt(before);
            String address = at < 0 ? unquoted(before) : before.substring(0, at) + "@" + before.substring(at + 4);
            return sender(name, address);
        }
        return sender("", header);
    }

    /** The place of a word "at" that has something on both sides. */
    private static int spacedAt(String text) {
        for (int at = text.indexOf("at", 1); at > 0; at = text.indexOf("at", at + 1)) {
            boolean before = PythonText.isSpace(text.charAt(at - 1));
            if (before && at + 2 < text.length() && PythonText.isSpace(text.charAt(at + 2))) {
                return at - 1;
            }
        }
        return -1;
    }

    /** Drops one quote from each end, and the white space before the closing one stays. */
    private static String unquoted(String text) {
        String plain = PythonText.stripTrailing(text);
        int from = plain.startsWith("\"") ? 1 : 0;
        int to = plain.length() > from && plain.endsWith("\"") ? plain.length() - 1 : plain.length();
        return plain.substring(from, to);
    }

    private static MailAddress sender(String name, String address) {
        return new MailAddress(PythonText.strip(name), PythonText.strip(address));
    }
}
