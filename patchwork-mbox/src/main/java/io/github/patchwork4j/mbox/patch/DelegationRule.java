package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * A rule by which a Patchwork server delegates patches that change certain files.
 *
 * @param path which files: a pattern of the shell, where {@code *} crosses slashes too
 * @param priority rules of a higher one come first, and among equals the paths in their order
 * @param user whom the patch is delegated to
 */
public record DelegationRule(String path, int priority, String user) {
    private static final Comparator<DelegationRule> ORDER =
            Comparator.comparingInt((DelegationRule rule) -> -rule.priority()).thenComparing(DelegationRule::path);

    /**
     * Finds whom a patch is delegated to.
     *
     * @param rules the rules of the project, in any order
     * @param paths the paths that the patch changes
     * @return the user of the first rule that fits, if that is the same for all paths; empty if one fits no rule, or there are none
     */
    public static Optional<String> user(Collection<DelegationRule> rules, Collection<String> paths) {
        return user(rules, paths, DelegationRule::fits);
    }

    /**
     * Finds whom a patch is delegated to by another understanding of the patterns, such as {@link #fitsBySegments} of
     * Patchwork 4.0.
     *
     * @param rules the rules of the project, in any order
     * @param paths the paths that the patch changes
     * @param fits tells whether a path fits a rule
     * @return the user of the first rule that fits, if that is the same for all paths; empty if one fits no rule, or there are none
     */
    public static Optional<String> user(
            Collection<DelegationRule> rules, Collection<String> paths, BiPredicate<DelegationRule, String> fits) {
        List<DelegationRule> ordered = rules.stream().sorted(ORDER).toList();
        Optional<String> agreed = Optional.empty();
        for (String path : paths) {
            Optional<String> user = ordered.stream()
                    .filter(rule -> fits.test(rule, path))
                    .map(DelegationRule::user)
                    .findFirst();
            if (user.isEmpty() || (agreed.isPresent() && !agreed.equals(user))) {
                return Optional.empty();
            }
            agreed = user;
        }
        return agreed;
    }

    /**
     * Finds the paths in a diff as a Patchwork server does: the first word behind each {@code ---} and {@code +++} at the beginning
     * of a line, without its first component, save for {@code /dev/null}.
     *
     * @param diff the diff
     * @return the paths; one without a slash gives an empty one
     */
    public static SortedSet<String> paths(String diff) {
        SortedSet<String> paths = new TreeSet<>();
        int at = 0;
        while (at < diff.length()) {
            int lineEnd = PythonText.lineEnd(diff, at);
            int from = at + 4;
            int to = from;
            while (to < lineEnd && !PythonText.isSpace(diff.charAt(to))) {
                to++;
            }
            boolean named = diff.startsWith("--- ", at) || diff.startsWith("+++ ", at);
            if (named && to > from && !diff.substring(from, to).equals("/dev/null")) {
                int slash = diff.indexOf('/', from);
                paths.add(slash >= 0 && slash < to ? diff.substring(slash + 1, to) : "");
            }
            at = lineEnd + 1;
        }
        return paths;
    }

    /**
     * Tells whether a path fits the pattern.
     *
     * @param name the path
     * @return whether all of it fits {@code *}, {@code ?} and {@code [...]} of the pattern
     */
    public boolean fits(String name) {
        int pattern = 0;
        int at = 0;
        int star = -1;
        int starAt = 0;
        while (at < name.length()) {
            int next = pattern < path.length() ? step(pattern, name.charAt(at)) : -1;
            if (pattern < path.length() && path.charAt(pattern) == '*') {
                star = pattern++;
                starAt = at;
            } else if (next >= 0) {
                pattern = next;
                at++;
            } else if (star >= 0) {
                // Only the last star need be tried again.
                pattern = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (pattern < path.length() && path.charAt(pattern) == '*') {
            pattern++;
        }
        return pattern == path.length();
    }

    /**
     * Tells whether a path fits the pattern as Patchwork 4.0 reads it, where {@code *} crosses no slash.
     *
     * @param name the path
     * @return whether there are as many segments in both, each of which fits
     */
    public boolean fitsBySegments(String name) {
        String[] patterns = path.split("/", -1);
        String[] segments = name.split("/", -1);
        return patterns.length == segments.length
                && IntStream.range(0, segments.length)
                        .allMatch(i -> new DelegationRule(patterns[i], priority, user).fits(segments[i]));
    }

    /** Where the pattern goes on after one character, or {@code -1} if that does not fit. */
    private int step(int at, char c) {
        char first = path.charAt(at);
        int from = at + 1 + (path.startsWith("!", at + 1) ? 1 : 0);
        int close = first == '[' ? path.indexOf(']', from + 1) : -1;
        if (close < 0) {
            return first == '?' || first == c ? at + 1 : -1;
        }
        boolean inside = false;
        for (int i = from; i < close; i++) {
            boolean range = i + 2 < close && path.charAt(i + 1) == '-';
            inside |= range ? path.charAt(i) <= c && c <= path.charAt(i + 2) : path.charAt(i) == c;
            i += range ? 2 : 0;
        }
        return inside == (from == at + 1) ? close + 1 : -1;
    }
}
