package io.github.patchwork4j.testing.internal.input;

import io.github.patchwork4j.testing.LibraryStack;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which texts the server takes for a url: a scheme, perhaps a user, a host, perhaps a port, and anything without white space
 * after that.
 */
final class WebAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "ftps");
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_NEW = 2048;

    private WebAddress() {}

    /** Tells whether a text is a url; older libraries try a host of foreign letters once more in ASCII. */
    static boolean isValid(String text, LibraryStack libraries) {
        int colon = text.indexOf("://");
        if (colon < 0 || !SCHEMES.contains(text.substring(0, colon).toLowerCase(Locale.ROOT))) {
            return false;
        }
        String rest = text.substring(colon + "://".length());
        if (libraries.isNew()) {
            return text.length() <= LONGEST_NEW && isPlace(rest, 1);
        }
        return isPlace(rest, 2) || isPlace(inAscii(rest), 2);
    }

    private static String inAscii(String rest) {
        int end = end(rest, 0);
        try {
            return IDN.toASCII(rest.substring(0, end), IDN.ALLOW_UNASSIGNED) + rest.substring(end);
        } catch (IllegalArgumentException noName) {
            return rest;
        }
    }

    private static boolean isPlace(String rest, int fewestPortDigits) {
        if (rest.codePoints().anyMatch(WebAddress::isSpace)) {
            return false;
        }
        int at = rest.indexOf('@');
        return (at > 0 && isUser(rest.substring(0, at)) && isHostAndMore(rest.substring(at + 1), fewestPortDigits))
                || isHostAndMore(rest, fewestPortDigits);
    }

    private static boolean isUser(String text) {
        int colon = text.indexOf(':');
        return text.indexOf('/') < 0 && colon != 0 && colon == text.lastIndexOf(':');
    }

    private static boolean isHostAndMore(String text, int fewestPortDigits) {
        String authority = text.substring(0, end(text, 0));
        int bracket = authority.startsWith("[") ? authority.indexOf(']') : 0;
        int colon = bracket < 0 ? -1 : authority.indexOf(':', bracket);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        return (colon < 0 || isPort(authority.substring(colon + 1), fewestPortDigits))
                && (host.startsWith("[") ? isAddress6(host) : isAddress4(host) || isName(host));
    }

    /** Returns where path, query or fragment begin. */
    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isPort(String text, int fewestDigits) {
        return text.length() >= fewestDigits
                && text.length() <= 5
                && text.codePoints().allMatch(Character::isDigit);
    }

    private static boolean isAddress4(String host) {
        List<String> numbers = List.of(host.split("\\.", -1));
        return numbers.size() == 4 && numbers.stream().allMatch(WebAddress::isOctet);
    }

    private static boolean isOctet(String number) {
        return !number.isEmpty()
                && number.length() <= 3
                && number.chars().allMatch(WebAddress::isAsciiDigit)
                && (number.length() == 1 || number.charAt(0) != '0')
                && Integer.parseInt(number) <= 255;
    }

    private static boolean isAddress6(String host) {
        boolean letters = host.endsWith("]")
                && host.substring(1, host.length() - 1)
                        .chars()
                        .allMatch(letter -> Character.digit(letter, 16) >= 0 || letter == ':' || letter == '.');
        if (!letters || host.indexOf(':') < 0) {
            return false;
        }
        try {
            // What stands in brackets is only ever read as an address, never looked up.
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /** Tells whether a host has a name: several labels, of which the last is no number, or {@code localhost}. */
    private static boolean isName(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        List<String> labels = List.of(name.split("\\.", -1));
        String top = labels.get(labels.size() - 1);
        return host.length() <= LONGEST_HOST
                && labels.size() > 1
                && labels.stream().allMatch(WebAddress::isLabel)
                && top.length() > 1
                && (top.chars().noneMatch(WebAddress::isAsciiDigit) || isEncodedTop(top.toLowerCase(Locale.ROOT)));
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.codePoints()
                        .allMatch(letter -> letter == '-'
                                || isAsciiDigit(letter)
                                || isAsciiLetter(letter)
                                || (letter >= 0xa1 && letter <= 0xffff));
    }

    private static boolean isEncodedTop(String top) {
        return top.startsWith("xn--")
                && top.length() > 4
                && top.indexOf('-', 4) < 0
                && top.chars().allMatch(l -> l < 128);
    }

    private static boolean isAsciiDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isAsciiLetter(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == 0x85;
    }
}
