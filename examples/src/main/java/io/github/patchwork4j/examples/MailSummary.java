package io.github.patchwork4j.examples;

import io.github.patchwork4j.testing.DeliveredMail;
import io.github.patchwork4j.testing.DeliveredMail.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells in a few lines what became of many mails: as what they were taken, and why some were dropped. */
final class MailSummary {
    /** More reasons than these are not read by anybody. */
    private static final int REASONS = 10;

    private MailSummary() {}

    /** One line about what was taken, and one for each reason why something was dropped. */
    static List<String> of(List<DeliveredMail> mails) {
        Map<Kind, Integer> taken = new TreeMap<>();
        Map<String, Integer> dropped = new LinkedHashMap<>();
        for (DeliveredMail mail : mails) {
            if (mail.kind() == Kind.NOTHING) {
                dropped.merge(mail.why(), 1, Integer::sum);
            } else {
                taken.merge(mail.kind(), 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        int count = taken.values().stream().mapToInt(Integer::intValue).sum();
        lines.add("took " + count + " of " + mails.size() + " mails" + (count == 0 ? "" : ": " + kinds(taken)));
        dropped.entrySet().stream()
                .limit(REASONS)
                .map(reason -> "dropped " + reason.getValue() + ": " + reason.getKey() + hint(reason.getKey()))
                .forEach(lines::add);
        if (dropped.size() > REASONS) {
            int others = dropped.values().stream()
                    .skip(REASONS)
                    .mapToInt(Integer::intValue)
                    .sum();
            lines.add("dropped " + others + " more, for other reasons");
        }
        return lines;
    }

    private static String kinds(Map<Kind, Integer> taken) {
        return taken.entrySet().stream()
                .map(kind -> kind.getValue() + " " + name(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String name(Kind kind, int count) {
        String many = count == 1 ? "" : "s";
        return switch (kind) {
            case PATCH -> count == 1 ? "patch" : "patches";
            case COVER -> "cover letter" + many;
            case PATCH_COMMENT -> "comment" + many + " on patches";
            case COVER_COMMENT -> "comment" + many + " on cover letters";
            case NOTHING -> "dropped";
        };
    }

    private static String hint(String why) {
        return why.equals("it has no usable Message-Id") ? "; git format-patch writes one only with --thread" : "";
    }
}
