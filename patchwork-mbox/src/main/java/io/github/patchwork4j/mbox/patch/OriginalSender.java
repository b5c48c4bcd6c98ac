package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.mail.MailHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds who wrote a mail whose From a mailing list has replaced by its own address because of DMARC (RFC 7489), such as
 * {@code "Ines Okafor via kettle" <kettle@lists.example.org>}, as a Patchwork server does.
 */
public final class OriginalSender {
    private static final String VIA = " via";

    private OriginalSender() {}

    /**
     * Reads who sent a mail. Only where From is the list is it replaced: by the address in X-Original-From, or else
     * by the first of Reply-To and Cc whose name is the one before {@code via}.
     *
     * @param mail the mail
     * @param listAddress the address of the project's mailing list, whatever its case
     * @return the sender; From where no other is found, and empty without a From
     */
    public static Optional<MailAddress> of(Mail mail, String listAddress) {
        Optional<MailAddress> from = sender(mail);
        if (from.isEmpty() || !from.get().email().equalsIgnoreCase(listAddress)) {
            return from;
        }
        String name = nameBeforeVia(from.get().name());
        Optional<String> original = text(mail, "X-Original-From").filter(text -> !text.isBlank());
        if (original.isPresent()) {
            return Optional.of(
                    new MailAddress(name, PatchworkSender.of(original.get()).email()));
        }
        return candidates(mail).stream()
                .filter(candidate -> !name.isEmpty() && candidate.name().equals(name))
                .findFirst()
                .or(() -> from);
    }

    /** The sender as From has it. */
    static Optional<MailAddress> sender(Mail mail) {
        return text(mail, "From").map(PatchworkSender::of);
    }

    private static Optional<String> text(Mail mail, String name) {
        return mail.headers().first(name).map(MailHeader::textAsPython).map(PythonText::normalized);
    }

    /** The name without the list and without the quotes that Google Groups puts around it. */
    private static String nameBeforeVia(String name) {
        int via = name.lastIndexOf(VIA + " ");
        int end = via >= 0 ? via : name.endsWith(VIA) ? name.length() - VIA.length() : -1;
        if (end < 0) {
            return "";
        }
        String plain = PythonText.strip(name.substring(0, end));
        int from = 0;
        int to = plain.length();
        while (from < to && plain.charAt(from) == '\'') {
            from++;
        }
        while (to > from && plain.charAt(to - 1) == '\'') {
            to--;
        }
        return plain.substring(from, to);
    }

    /** Patchwork splits at every comma, those in quotes included. */
    private static List<MailAddress> candidates(Mail mail) {
        List<MailAddress> found = new ArrayList<>();
        for (String header : List.of("Reply-To", "Cc")) {
            for (MailHeader value : mail.headers().all(header)) {
                for (String address : value.textAsPython().split(",", -1)) {
                    found.add(PatchworkSender.of(PythonText.strip(address)));
                }
            }
        }
        return found;
    }
}
