package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The message ids of a mail as a Patchwork server stores and compares them: texts, with their angle brackets where the mail has them, of any
 * length.
 */
public final class PatchworkIds {
    private PatchworkIds() {}

    /**
     * Returns the id of a mail.
     *
     * @param mail the mail
     * @return the first {@code <...>} in its Message-Id, or else all that stands there; empty if nothing does
     */
    public static Optional<String> messageId(Mail mail) {
        return mail.headers().first("Message-Id").map(MailHeader::textAsPython).flatMap(PatchworkIds::first);
    }

    /**
     * Returns what a mail answers, the nearest first.
     *
     * @param mail the mail
     * @return the id in each In-Reply-To, read as a Message-Id is, then each {@code <...>} in the References headers, each header from its end;
     *     each id once
     */
    public static List<String> references(Mail mail) {
        Set<String> ids = new LinkedHashSet<>();
        for (MailHeader header : mail.headers().all("In-Reply-To")) {
            first(header.textAsPython()).ifPresent(ids::add);
        }
        for (MailHeader header : mail.headers().all("References")) {
            String text = header.textAsPython();
            List<String> forward = new ArrayList<>();
            for (int at = 0; at >= 0; ) {
                int open = open(text, at);
                at = open < 0 ? -1 : text.indexOf('>', open + 2);
                if (at >= 0) {
                    forward.add(text.substring(open, ++at));
                }
            }
            for (int i = forward.size() - 1; i >= 0; i--) {
                ids.add(forward.get(i));
            }
        }
        return List.copyOf(ids);
    }

    private static Optional<String> first(String text) {
        int open = open(text, 0);
        int close = open < 0 ? -1 : text.indexOf('>', open + 2);
        String id = close < 0 ? text.strip() : text.substring(open, close + 1);
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    /** Finds the next angle bracket that is not closed at once. */
    static int open(String text, int from) {
        int open = text.indexOf('<', from);
        while (open >= 0 && text.startsWith(">", open + 1)) {
            open = text.indexOf('<', open + 1);
        }
        return open;
    }
}
