package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines {@code Depends-on: …} by which a message names what has to be applied first, as a Patchwork server reads
 * them: the address of a series or a patch on the server, or the id of a mail in {@code <>}, alone on its line.
 */
public final class DependsOn {
    private static final String KEY = "depends-on: ";

    private final String content;
    private final List<String> addresses = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private int close = -1;

    private DependsOn(String content) {
        this.content = content;
    }

    /**
     * Reads a message. Whether the server knows what is named is not judged here; it drops what it does not.
     *
     * @param content the message of a patch or a cover, in the dialect of Patchwork
     * @return the addresses in their order and behind them the ids with their {@code <>}, as the server goes through them
     */
    public static List<String> parse(String content) {
        DependsOn read = new DependsOn(content);
        int at = 0;
        while (at < content.length()) {
            at = PythonText.lineEnd(content, read.line(at)) + 1;
        }
        List<String> all = new ArrayList<>(read.addresses);
        all.addAll(read.ids);
        return List.copyOf(all);
    }

    /** Reads the line at a place, and returns a place in the last line that was read: an id may be folded. */
    private int line(int start) {
        if (!PythonText.startsWithIgnoreCase(content, start, KEY)) {
            return start;
        }
        int from = start + KEY.length();
        int end = content.startsWith("<", from) ? idEnd(from) : addressEnd(from);
        if (end < 0 || !isBlank(end)) {
            return start;
        }
        (content.charAt(from) == '<' ? ids : addresses).add(content.substring(from, end));
        return end;
    }

    private int idEnd(int from) {
        // Looked for once for all lines before it; each on its own would take quadratic time.
        if (close < from) {
            int found = content.indexOf('>', from);
            close = found < 0 ? content.length() : found;
        }
        return close == content.length() || close == from + 1 ? -1 : close + 1;
    }

    private int addressEnd(int from) {
        boolean secure = PythonText.startsWithIgnoreCase(content, from, "https://");
        if (!secure && !PythonText.startsWithIgnoreCase(content, from, "http://")) {
            return -1;
        }
        int start = from + (secure ? "https://" : "http://").length();
        int end = start;
        while (end < content.length() && isAddress(content.charAt(end))) {
            end++;
        }
        return end == start ? -1 : end;
    }

    private static boolean isAddress(char c) {
        return Character.isLetterOrDigit(c) || "_-./=&@:%?+()".indexOf(c) >= 0;
    }

    private boolean isBlank(int from) {
        int end = PythonText.lineEnd(content, from);
        return PythonText.strip(content.substring(from, end)).isEmpty();
    }
}
