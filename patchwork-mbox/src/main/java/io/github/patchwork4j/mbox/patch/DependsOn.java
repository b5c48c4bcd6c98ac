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

    /** Ids are looked for from here on only: one may be folded, and what stands in it is none. */
    private int idsFrom;

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
            read.line(at);
            at = PythonText.lineEnd(content, at) + 1;
        }
        List<String> all = new ArrayList<>(read.addresses);
        all.addAll(read.ids);
        return List.copyOf(all);
    }

    private void line(int start) {
        if (!PythonText.startsWithIgnoreCase(content, start, KEY)) {
            return;
        }
        int from = start + KEY.length();
        boolean isId = content.startsWith("<", from);
        if (isId && start < idsFrom) {
            return;
        }
        int end = isId ? idEnd(from) : addressEnd(from);
        if (end >= 0 && isBlank(end)) {
            (isId ? ids : addresses).add(content.substring(from, end));
            idsFrom = isId ? end : idsFrom;
        }
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
