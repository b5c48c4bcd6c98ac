package io.github.patchwork4j.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What {@code Link} headers (RFC 8288) tell of a list: the things that all servers tell the truth about. Of their targets
 * only the number of the page is of use: behind a proxy they name another host, and those of Patchwork 4.0 have lost their
 * path and their filters.
 *
 * @param next whether there is a next page
 * @param last the number of the last page, where it is told
 */
record LinkHeader(Next next, OptionalInt last) {
    /** What no header tells. */
    static final LinkHeader NONE = new LinkHeader(Next.NOT_TOLD, OptionalInt.empty());

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

    static LinkHeader of(List<String> headers) {
        Next next = Next.NOT_TOLD;
        OptionalInt last = OptionalInt.empty();
        for (String header : headers) {
            for (String link : split(header, ',')) {
                List<String> relations = relations(link);
                if (relations.contains("next")) {
                    next = Next.YES;
                } else if (next == Next.NOT_TOLD && relations.stream().anyMatch(PAGING::contains)) {
                    next = Next.NO;
                }
                if (relations.contains("last")) {
                    last = page(link);
                }
            }
        }
        return new LinkHeader(next, last);
    }

    /** The parameter {@code page} in the target of a link; one without it leads to the first page. */
    private static OptionalInt page(String link) {
        int from = link.indexOf('<') + 1;
        int to = link.indexOf('>', from);
        int query = to < 0 ? -1 : link.indexOf('?', from);
        if (query < 0 || query > to) {
            return OptionalInt.empty();
        }
        for (String parameter : link.substring(query + 1, to).split("&", -1)) {
            if (parameter.startsWith("page=")) {
                try {
                    return OptionalInt.of(Integer.parseInt(parameter.substring("page=".length())));
                } catch (NumberFormatException noNumber) {
                    return OptionalInt.empty();
                }
            }
        }
        return OptionalInt.of(1);
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
