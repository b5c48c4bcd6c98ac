package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.core.MessageId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds message ids in header texts by Patchwork's rules, which are those of the mails one meets. */
final class MessageIds {
    private MessageIds() {}

    /** Every {@code <...>} with something in it, in the order of the text. */
    static List<MessageId> bracketed(String text) {
        List<MessageId> ids = new ArrayList<>();
        int open = text.indexOf('<');
        while (open >= 0) {
            int close = text.indexOf('>', open + 1);
            if (close < 0) {
                break;
            }
            add(ids, text.substring(open, close + 1));
            open = text.indexOf('<', close + 1);
        }
        return ids;
    }

    private static void add(List<MessageId> ids, String text) {
        if (!text.substring(1, text.length() - 1).isBlank()) {
            ids.add(MessageId.of(text));
        }
    }

    /** The first {@code <...>}, or else all of the text. */
    static Optional<MessageId> first(String text) {
        List<MessageId> ids = bracketed(text);
        if (!ids.isEmpty()) {
            return Optional.of(ids.get(0));
        }
        String bare = text.strip();
        return bare.isEmpty() || bare.equals("<>") ? Optional.empty() : Optional.of(MessageId.of(bare));
    }

    /** What a mail answers to: In-Reply-To, then References from the last to the first, each id once. */
    static List<MessageId> parents(MailHeaders headers) {
        Set<MessageId> ids = new LinkedHashSet<>();
        for (MailHeader header : headers.all("In-Reply-To")) {
            first(header.text()).ifPresent(ids::add);
        }
        for (MailHeader header : headers.all("References")) {
            List<MessageId> forward = bracketed(header.text());
            for (int i = forward.size() - 1; i >= 0; i--) {
                ids.add(forward.get(i));
            }
        }
        return List.copyOf(ids);
    }
}
