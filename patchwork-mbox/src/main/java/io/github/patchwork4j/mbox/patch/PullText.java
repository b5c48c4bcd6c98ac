package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code git request-pull} writes, taken apart.
 *
 * @param url where to pull from and what, such as {@code git://git.example.org/core.git tags/core-9.1}; the server's {@code pull_url}
 * @param base the commit that the changes begin behind
 * @param head the commit that is to be fetched
 * @param message the message of the tag; empty if none was asked to be pulled
 * @param shortlog the authors and titles, in lines of {@code git shortlog}; perhaps empty
 * @param diffstat the table of changed files
 */
public record PullText(
        String url,
        Optional<String> base,
        Optional<String> head,
        String message,
        String shortlog,
        Optional<Diffstat> diffstat) {
    private static final String BASE = "The following changes since commit ";
    private static final String HEAD = "for you to fetch changes up to ";
    private static final int MIN_RULE = 40;

    /**
     * Finds a request in a text.
     *
     * @param text the message of a mail
     * @return the request; empty if Patchwork would find no address to pull from
     */
    public static Optional<PullText> parse(String text) {
        Optional<String> url = PullRequest.find(text);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        int headLine = find(lines, HEAD);
        List<Integer> rules = new ArrayList<>();
        for (int i = headLine + 1; i < lines.size(); i++) {
            if (isRule(lines.get(i))) {
                rules.add(i);
            }
        }
        int first = rules.isEmpty() ? lines.size() : rules.get(0);
        int last = rules.isEmpty() ? lines.size() : rules.get(rules.size() - 1);
        List<String> rest = lines.subList(Math.min(last + 1, lines.size()), lines.size());
        String message = first < last ? String.join("\n", lines.subList(first + 1, last)) : "";
        return Optional.of(new PullText(
                url.get(),
                commit(lines, find(lines, BASE), BASE),
                commit(lines, headLine, HEAD),
                message.strip(),
                String.join("\n", rest.subList(0, table(rest))).strip(),
                Diffstat.parse(String.join("\n", rest))));
    }

    private static int find(List<String> lines, String begin) {
        for (int i = 0; i < lines.size(); i++) {
            if (PythonText.startsWithIgnoreCase(lines.get(i), 0, begin)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> commit(List<String> lines, int line, String begin) {
        if (line < 0) {
            return Optional.empty();
        }
        String rest = lines.get(line).substring(begin.length()).strip();
        String commit =
                rest.endsWith(":") ? rest.substring(0, rest.length() - 1).strip() : rest;
        boolean hex = commit.length() >= 7 && commit.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return hex ? Optional.of(commit) : Optional.empty();
    }

    private static boolean isRule(String line) {
        String rule = line.stripTrailing();
        return rule.length() >= MIN_RULE && rule.chars().allMatch(c -> c == '-');
    }

    /** Where the table begins: at a row of its own, which a title in the shortlog, further indented, is not. */
    private static int table(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(" ") && !line.startsWith("  ") && line.contains(" | ")) {
                return i;
            }
        }
        return lines.size();
    }
}
