package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a patch was acked, reviewed and tested, as a Patchwork server counts it: by the lines of the patch's content and of its comments
 * that begin with a tag and a colon, in any case. A line that occurs twice counts twice; indented and quoted ones do not count.
 */
public final class TagCounts {
    /** The tags that a server has unless its administrators choose others: Acked-by, Reviewed-by and Tested-by. */
    public static final List<String> DEFAULT_TAGS = List.of("Acked-by", "Reviewed-by", "Tested-by");

    private TagCounts() {}

    /**
     * Counts tags.
     *
     * @param tags the names of the tags, such as {@code Acked-by}
     * @param content what the server stores of the patch beside its diff
     * @param comments what it stores of the comments on it
     * @return how often each tag occurs in all of them, 0 included, in the order of the tags
     */
    public static Map<String, Integer> of(Collection<String> tags, String content, Collection<String> comments) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        tags.forEach(tag -> counts.put(tag, count(tag + ":", content)));
        for (String comment : comments) {
            tags.forEach(tag -> counts.merge(tag, count(tag + ":", comment), Integer::sum));
        }
        return Collections.unmodifiableMap(counts);
    }

    private static int count(String key, String text) {
        int count = 0;
        for (int at = 0; at < text.length(); at = PythonText.lineEnd(text, at) + 1) {
            count += PythonText.startsWithIgnoreCase(text, at, key) ? 1 : 0;
        }
        return count;
    }
}
