package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.mbox.internal.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A subject as reviewers read it, who are more lenient than git and Patchwork: {@code [PATCHv3]}, {@code [PATCH v6,19/24]},
 * {@code [v2 PATCH 1/2]}, {@code [RFC PATCH v1.1 0.5/5]} and brackets in brackets all say what they seem to say.
 *
 * @param title what is left without answers' marks and brackets, with single spaces
 * @param prefixes what stands in the brackets, word by word, without {@code PATCH}, versions and numbers
 * @param reply whether a mark of an answer, such as {@code Re:}, stands before the title
 * @param number which patch it is; 0 for a cover letter and for {@code 0.5}; empty if it does not say
 * @param total of how many; empty if it does not say
 * @param version the version; empty if it does not say
 * @param revision the version as it is written, such as {@code 5.1}; empty if it does not say
 */
public record SeriesSubject(
        String title,
        List<String> prefixes,
        boolean reply,
        OptionalInt number,
        OptionalInt total,
        OptionalInt version,
        Optional<String> revision) {
    private static final List<String> ANSWERS = List.of("re", "aw", "antw", "sv", "vs");

    /**
     * Makes a subject.
     *
     * @param title the title
     * @param prefixes the prefixes, copied
     * @param reply whether it is an answer
     * @param number the number
     * @param total the total
     * @param version the version
     * @param revision the revision
     */
    public SeriesSubject {
        prefixes = List.copyOf(prefixes);
    }

    /**
     * Reads a subject.
     *
     * @param subject the decoded subject
     * @return what it says
     */
    public static SeriesSubject parse(String subject) {
        return new Reader(subject).read();
    }

    /**
     * Tells whether the sender says that it was sent before.
     *
     * @return whether a prefix is {@code RESEND} or the like
     */
    public boolean isResend() {
        return prefixes.stream()
                .anyMatch(prefix -> prefix.toUpperCase(Locale.ROOT).startsWith("RESEN"));
    }

    /** Goes through a subject once. */
    private static final class Reader {
        private final String text;
        private final List<String> prefixes = new ArrayList<>();
        private boolean reply;
        private OptionalInt number = OptionalInt.empty();
        private OptionalInt total = OptionalInt.empty();
        private OptionalInt version = OptionalInt.empty();
        private Optional<String> revision = Optional.empty();

        Reader(String text) {
            this.text = String.join(" ", words(text, " \t\r\n"));
        }

        SeriesSubject read() {
            int at = 0;
            int next = lead(at);
            while (next > at) {
                at = next;
                next = lead(at);
            }
            return new SeriesSubject(text.substring(at).strip(), prefixes, reply, number, total, version, revision);
        }

        /** Steps over one space, one mark of an answer or one pair of brackets; stays where there is none. */
        private int lead(int at) {
            if (text.startsWith(" ", at)) {
                return at + 1;
            }
            // No mark is longer; looking further would take quadratic time.
            String near = text.substring(at, Math.min(text.length(), at + 6));
            if (near.indexOf(':') >= 0) {
                int colon = at + near.indexOf(':');
                String word = text.substring(at, colon).strip().toLowerCase(Locale.ROOT);
                boolean answer = ANSWERS.contains(word);
                reply |= answer;
                return answer || word.equals("fwd") || word.equals("fw") ? colon + 1 : at;
            }
            int end = text.startsWith("[", at) ? closing(at) : -1;
            if (end < 0) {
                return at;
            }
            tokens(text.substring(at + 1, end));
            return end + 1;
        }

        private int closing(int open) {
            int depth = 0;
            for (int i = open; i < text.length(); i++) {
                depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
            return -1;
        }

        private void tokens(String inside) {
            List<String> tokens = words(inside, " ,;:[]");
            for (int i = 0; i < tokens.size(); i++) {
                // Mercurial writes "1 of 2".
                if (i + 2 < tokens.size() && tokens.get(i + 1).equals("of")) {
                    boolean read = marker(tokens.get(i) + "/" + tokens.get(i + 2));
                    i += read ? 2 : 0;
                    if (read) {
                        continue;
                    }
                }
                token(withoutPatch(tokens.get(i)));
            }
        }

        /** What is left of {@code PATCH}, {@code PATCHv3}, {@code PATCH1/8}, {@code v2PATCH}. */
        private static String withoutPatch(String token) {
            String lower = token.toLowerCase(Locale.ROOT);
            int at = lower.indexOf("patch");
            if (at < 0) {
                return token;
            }
            String before = token.substring(0, at);
            String after = token.substring(at + "patch".length());
            if (before.isEmpty()) {
                return after.startsWith("-") || after.startsWith("_") ? after.substring(1) : after;
            }
            return after.isEmpty() ? before : token;
        }

        private void token(String token) {
            if (!token.isEmpty() && !readVersion(token) && !marker(token)) {
                prefixes.add(token);
            }
        }

        private boolean readVersion(String token) {
            if (token.charAt(0) != 'v' && token.charAt(0) != 'V') {
                return false;
            }
            String digits = token.substring(1);
            int dot = digits.indexOf('.');
            int major = Ascii.number(dot < 0 ? digits : digits.substring(0, dot));
            boolean plain =
                    dot < 0 || words(digits.substring(dot), ".").stream().allMatch(word -> Ascii.number(word) >= 0);
            if (major < 0 || !plain) {
                return false;
            }
            if (version.isEmpty()) {
                version = OptionalInt.of(major);
                revision = Optional.of(dot < 0 ? Integer.toString(major) : digits);
            }
            return true;
        }

        /** Reads {@code 3/7}, {@code 03/11} or {@code 0.5/5}, whatever stands before it. */
        private boolean marker(String token) {
            int slash = token.lastIndexOf('/');
            int all = slash < 0 ? -1 : Ascii.number(token.substring(slash + 1));
            int start = slash;
            while (start > 0 && (Ascii.isDigit(token.charAt(start - 1)) || token.charAt(start - 1) == '.')) {
                start--;
            }
            String digits = slash < 0 ? "" : token.substring(start, slash);
            int dot = digits.indexOf('.');
            int which = Ascii.number(dot < 0 ? digits : digits.substring(0, dot));
            if (all < 0 || which < 0) {
                return false;
            }
            if (number.isEmpty()) {
                number = OptionalInt.of(which);
                total = OptionalInt.of(all);
            }
            String before = token.substring(0, start);
            if (start > 0 && !readVersion(before)) {
                prefixes.add(before);
            }
            return true;
        }

        private static List<String> words(String text, String separators) {
            List<String> words = new ArrayList<>();
            int at = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
                    if (i > at) {
                        words.add(text.substring(at, i));
                    }
                    at = i + 1;
                }
            }
            return words;
        }
    }
}
