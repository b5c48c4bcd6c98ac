package io.github.patchwork4j.testing.internal.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The hash of a diff, which stays the same when the diff only moves within its files. */
public final class DiffHash {
    private static final Pattern FILE = Pattern.compile("(---|\\+\\+\\+) (\\S+).*");
    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@.*");

    private DiffHash() {}

    /**
     * Computes the hash of a diff.
     *
     * @param diff a diff
     * @return 40 hex digits
     */
    public static String of(String diff) {
        StringBuilder hashed = new StringBuilder();
        for (String line : List.of(PythonText.strip(diff.replace("\r", "")).split("\n", -1))) {
            if (!line.isEmpty()) {
                String kept = kept(line);
                hashed.append(kept).append(kept.isEmpty() ? "" : "\n");
            }
        }
        return ByteString.encodeUtf8(hashed.toString()).sha1().hex();
    }

    private static String kept(String line) {
        Matcher file = FILE.matcher(line);
        if (file.matches()) {
            return file.group(1) + (line.startsWith("-") ? " a/" : " b/") + withoutRoot(file.group(2));
        }
        Matcher hunk = HUNK.matcher(line);
        if (hunk.matches()) {
            return "@@ -" + count(hunk.group(1)) + " +" + count(hunk.group(2)) + " @@";
        }
        return "-+ ".indexOf(line.charAt(0)) >= 0 ? line : "";
    }

    private static String withoutRoot(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    private static String count(@Nullable String digits) {
        return digits == null ? "1" : digits;
    }
}
