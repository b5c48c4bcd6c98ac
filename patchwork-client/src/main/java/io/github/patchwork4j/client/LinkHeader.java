package io.github.patchwork4j.client;

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
            int at = 0;
            while (at < header.length()) {
                int end = endOfLink(header, at);
                for (String relation : relations(header.substring(at, end))) {
                    if (relation.equals("next")) {
                        return Next.YES;
                    }
                    if (PAGING.contains(relation)) {
                        next = Next.NO;
                    }
                }
                at = end + 1;
            }
        }
        return next;
    }

    /** Finds the comma that ends a link: the first one outside of a target and of a quoted text. */
    private static int endOfLink(String header, int from) {
        boolean quoted = false;
        boolean target = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"' && !target) {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '>')) {
                target = c == '<';
            } else if (c == ',' && !quoted && !target) {
                return i;
            }
        }
        return header.length();
    }

    private static List<String> relations(String link) {
        int parameters = link.indexOf('>') + 1;
        for (String parameter : link.substring(parameters).split(";", -1)) {
            String[] nameAndValue = parameter.split("=", 2);
            if (nameAndValue.length == 2 && nameAndValue[0].strip().equalsIgnoreCase("rel")) {
                String value = nameAndValue[1].replace("\"", "").strip().toLowerCase(Locale.ROOT);
                return List.of(value.split(" +"));
            }
        }
        return List.of();
    }
}
