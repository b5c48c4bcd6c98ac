package io.github.patchwork4j.testing.internal.mbox;

import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.text.EncodedWord;
import java.util.regex.Pattern;

/** The file names that downloads suggest. */
public final class FileName {
    private static final Pattern UNSAFE = Pattern.compile("[^-_A-Za-z0-9.]+");

    private FileName() {}

    /**
     * Names a file after a patch or a cover.
     *
     * @param name the name, cleaned here
     * @param extension with its dot
     * @return the value of {@code Content-Disposition}
     */
    public static String of(String name, String extension) {
        String clean = UNSAFE.matcher(name).replaceAll("-");
        int start = 0;
        int end = clean.length();
        while (start < end && clean.charAt(start) == '-') {
            start++;
        }
        while (end > start && clean.charAt(end - 1) == '-') {
            end--;
        }
        return "attachment; filename=" + clean.substring(start, end) + extension;
    }

    /**
     * Names a file after a series.
     *
     * @param series the series
     * @return the value of {@code Content-Disposition}
     */
    public static String of(SeriesRow series) {
        String name = series.name();
        return of(name == null ? "Untitled series #" + series.id() : name, ".patch");
    }

    /**
     * Names a file after a bundle. Its name is not cleaned; if it does not fit into Latin-1, the whole value becomes one
     * encoded word.
     *
     * @param bundle the bundle
     * @return the value of {@code Content-Disposition}
     */
    public static String of(BundleRow bundle) {
        String value = "attachment; filename=bundle-" + bundle.id() + "-" + bundle.name() + ".mbox";
        return value.chars().allMatch(character -> character < 256) ? value : EncodedWord.encode(value);
    }
}
