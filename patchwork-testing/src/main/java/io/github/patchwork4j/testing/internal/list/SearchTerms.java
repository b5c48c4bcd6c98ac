package io.github.patchwork4j.testing.internal.list;

import io.github.patchwork4j.testing.LibraryStack;
import io.github.patchwork4j.testing.internal.text.AsciiCase;
import io.github.patchwork4j.testing.internal.text.PythonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts {@code q} into the terms that all have to be found. */
final class SearchTerms {
    /** White space of all kinds, also that which does not break lines. */
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\x1c-\\x1f\\x85]+");

    private SearchTerms() {}

    /**
     * Cuts a value.
     *
     * @throws NullCharacters if the libraries refuse the value
     */
    static List<String> of(String q, LibraryStack libraries) {
        List<String> terms = libraries.isNew() ? phrases(q) : words(q.replace("\0", ""));
        return terms.stream().map(AsciiCase::fold).toList();
    }

    /** Cuts at white space and commas. */
    private static List<String> words(String q) {
        return Arrays.stream(SPACE.split(q.replace(',', ' ')))
                .filter(term -> !term.isEmpty())
                .toList();
    }

    /** Cuts at white space and commas, except inside quotes that open and close a term. */
    private static List<String> phrases(String q) {
        if (q.indexOf('\0') >= 0) {
            throw new NullCharacters();
        }
        List<String> terms = new ArrayList<>();
        int at = 0;
        while (at < q.length()) {
            if (PythonText.isSpace(q.charAt(at))) {
                at++;
                continue;
            }
            int end = wordEnd(q, at);
            add(terms, trimCommas(q.substring(at, end)));
            at = end;
        }
        return terms;
    }

    private static void add(List<String> terms, String word) {
        int last = word.length() - 1;
        if (last >= 0 && isQuote(word.charAt(0)) && word.charAt(0) == word.charAt(last)) {
            String quote = word.substring(0, 1);
            // A quote alone closes itself: an empty phrase, which is found everywhere.
            terms.add(word.substring(1, Math.max(1, last))
                    .replace("\\" + quote, quote)
                    .replace("\\\\", "\\"));
            return;
        }
        for (String term : word.split(",", -1)) {
            if (!term.isEmpty()) {
                terms.add(term);
            }
        }
    }

    /** Returns where a word ends: white space does not end it inside quotes, unless they never close. */
    private static int wordEnd(String q, int start) {
        int at = start;
        while (at < q.length() && !PythonText.isSpace(q.charAt(at))) {
            int close = isQuote(q.charAt(at)) ? closing(q, at) : -1;
            if (isQuote(q.charAt(at)) && close < 0) {
                return plainEnd(q, start);
            }
            at = close < 0 ? at + 1 : close + 1;
        }
        return at;
    }

    private static int plainEnd(String q, int start) {
        int at = start;
        while (at < q.length() && !PythonText.isSpace(q.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int closing(String q, int open) {
        for (int at = open + 1; at < q.length(); at++) {
            if (q.charAt(at) == '\\') {
                at++;
            } else if (q.charAt(at) == q.charAt(open)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'';
    }

    private static String trimCommas(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && word.charAt(start) == ',') {
            start++;
        }
        while (end > start && word.charAt(end - 1) == ',') {
            end--;
        }
        return word.substring(start, end);
    }
}
