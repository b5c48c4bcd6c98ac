package io.github.patchwork4j.testing.internal.mbox;

import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.text.EncodedWord;
import java.util.regex.Pattern;

/** Mail addresses in headers. */
final class Address {
    private static final Pattern SPECIALS = Pattern.compile("[\\]\\[()<>@,:;\".\\\\]");
    private static final Pattern ESCAPED = Pattern.compile("[\\\\\"]");

    private Address() {}

    /** Writes a person: the name quoted or encoded where needed, or only the address if there is no name. */
    static String of(PersonRow person) {
        String name = person.name();
        if (name == null || name.isEmpty()) {
            return person.email();
        }
        return phrase(name) + " <" + person.email() + ">";
    }

    private static String phrase(String name) {
        if (name.chars().anyMatch(character -> character > 127)) {
            return EncodedWord.encode(name);
        }
        String escaped = ESCAPED.matcher(name).replaceAll("\\\\$0");
        return SPECIALS.matcher(name).find() ? '"' + escaped + '"' : escaped;
    }

    /** Returns the address in a header such as {@code Name <address>}. */
    static String bare(String header) {
        int open = header.lastIndexOf('<');
        int close = header.indexOf('>', open + 1);
        return (open >= 0 && close > open ? header.substring(open + 1, close) : header).strip();
    }
}
