package io.github.patchwork4j.mbox.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code git format-patch --base} and {@code b4} write below a patch or a cover letter about what it applies to.
 *
 * @param lines the lines {@code base-commit:}, {@code change-id:}, {@code based-on:}, {@code supersedes:} and {@code prerequisite-…:} in their order, keys in lower case
 */
public record PatchFooter(List<Trailer> lines) {
    private static final Set<String> KEYS = Set.of("base-commit", "change-id", "based-on", "supersedes");

    /**
     * Makes a footer.
     *
     * @param lines the lines, copied
     */
    public PatchFooter {
        lines = List.copyOf(lines);
    }

    /**
     * Reads the footer of a text.
     *
     * @param text the text of a mail, with or without its diff; lines that begin elsewhere than at their margin do not count
     * @return what was found, perhaps without any line
     */
    public static PatchFooter parse(String text) {
        List<Trailer> found = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int colon = line.indexOf(": ");
            String key = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            boolean known = KEYS.contains(key) || isPrerequisite(key);
            if (known && !line.substring(colon + 2).isBlank()) {
                found.add(new Trailer(key, line.substring(colon + 2).strip()));
            }
        }
        return new PatchFooter(found);
    }

    private static boolean isPrerequisite(String key) {
        return key.startsWith("prerequisite-")
                && key.length() > "prerequisite-".length()
                && key.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z'));
    }

    /**
     * Returns the commit that the patches apply to.
     *
     * @return the first {@code base-commit}
     */
    public Optional<String> baseCommit() {
        return all("base-commit").stream().findFirst();
    }

    /**
     * Returns what stays the same from version to version of a series.
     *
     * @return the first {@code change-id}
     */
    public Optional<String> changeId() {
        return all("change-id").stream().findFirst();
    }

    /**
     * Returns the mails that this one takes the place of, though nothing else may tell that it is a later version of them.
     *
     * @return the ids in the lines {@code Supersedes:}, each in its {@code <>}
     */
    public List<String> supersedes() {
        return all("supersedes").stream()
                .filter(value -> value.startsWith("<") && value.indexOf('>') > 1)
                .map(value -> value.substring(0, value.indexOf('>') + 1))
                .toList();
    }

    /**
     * Returns the values of a key.
     *
     * @param key the key in lower case, such as {@code prerequisite-patch-id}
     * @return the values in their order
     */
    public List<String> all(String key) {
        return lines.stream()
                .filter(line -> line.key().equals(key))
                .map(Trailer::value)
                .toList();
    }
}
