package io.github.patchwork4j.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads {@code Link} headers (RFC 8288) for the one thing that all servers tell the truth about: whether there is a
 * next page. Their targets are of no use: behind a proxy they name another host, and those of Patchwork 4.0 have lost
 * their path and their filters.
 */
final class LinkHeader {
    private static final Set<String> PAGING = Set.of("first", "last", "prev", "next");

    /** Whether a list goes on. */
    enum Next {
        /** There is a next page. */
        YES,
        /** There are links to pages, and none to a next one. */
        NO,
        /** There are no links to pages at all. */
        NOT_TOLD
    }

    private LinkHeader() {}

    static Next next(List<String> headers) {
        Next next = Next.NOT_TOLD;
        for (String header : headers) {
            for (String link : split(header, ',')) {
                List<String> relations = relations(link);
                if (relations.contains("next")) {
                    return Next.YES;
                }
                if (relations.stream().anyMatch(PAGING::contains)) {
                    next = Next.NO;
                }
            }
        }
        return next;
    }

    private static List<String> relations(String link) {
        for (String parameter : split(link, ';')) {
            String[] nameAndValue = parameter.split("=", 2);
            if (nameAndValue.length == 2 && nameAndValue[0].strip().equalsIgnoreCase("rel")) {
                String value = nameAndValue[1].replace("\"", "").strip().toLowerCase(Locale.ROOT);
                return List.of(value.split(" +"));
            }
        }
        return List.of();
    }

    /** Splits a text at a character, but not inside of a target in angle brackets or of a quoted text. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        boolean target = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"' && !target) {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '>')) {
                target = c == '<';
            } else if (c == separator && !quoted && !target) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
