package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.util.Optional;

/** Finds what {@code git request-pull} wrote into a text, as Patchwork looks for it. */
final class PullRequest {
    private static final String BEGIN = "The following changes since commit";
    private static final String AT = "are available in the git repository at:";

    private PullRequest() {}

    /** The address and what follows it, such as {@code git://git.example.org/core.git tags/core-9.1}. */
    static Optional<String> find(String text) {
        boolean begun = false;
        Optional<String> found = Optional.empty();
        int at = 0;
        while (at < text.length()) {
            if (begun && PythonText.startsWithIgnoreCase(text, at, AT)) {
                Optional<String> here = address(text, at + AT.length());
                found = here.isPresent() ? here : found;
            }
            begun |= PythonText.startsWithIgnoreCase(text, at, BEGIN);
            at = PythonText.lineEnd(text, at) + 1;
        }
        return found;
    }

    private static Optional<String> address(String text, int from) {
        int start = skip(text, from, false);
        int end = start;
        while (end < text.length() && isAddress(text.charAt(end))) {
            end++;
        }
        String address = text.substring(start, end);
        if (address.indexOf("://") < 1 && address.indexOf('@') < 1) {
            return Optional.empty();
        }
        int word = skip(text, end, true);
        int wordEnd = word;
        while (wordEnd < text.length() && isAddress(text.charAt(wordEnd))) {
            wordEnd++;
        }
        if (word > end && wordEnd > word && endsLine(text, wordEnd)) {
            return Optional.of(PythonText.normalized(text.substring(start, wordEnd)));
        }
        return endsLine(text, end) ? Optional.of(address) : Optional.empty();
    }

    private static int skip(String text, int from, boolean backslashes) {
        int at = from;
        while (at < text.length()
                && (PythonText.isSpace(text.charAt(at)) || (backslashes && text.charAt(at) == '\\'))) {
            at++;
        }
        return at;
    }

    private static boolean endsLine(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && PythonText.isSpace(text.charAt(at))) {
            at++;
        }
        return at == text.length() || text.charAt(at) == '\n';
    }

    private static boolean isAddress(char c) {
        return Character.isLetterOrDigit(c) || "_/.@:~+-".indexOf(c) >= 0;
    }
}
