package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.Ascii;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the block of trailers from the end of a message, by git's rules. */
final class TrailerBlock {
    private static final String CUT = "# ------------------------ >8 ------------------------";

    private final List<String> lines;

    /** Takes a message line by line; where git looks for a line's end it finds none in a last line that has none. */
    TrailerBlock(String message) {
        List<String> all = new ArrayList<>();
        boolean conflicts = false;
        int kept = 0;
        int at = 0;
        while (at < message.length()) {
            int end = message.indexOf('\n', at);
            String line = message.substring(at, end < 0 ? message.length() : end);
            if (isDivider(line, end >= 0)) {
                break;
            }
            all.add(line);
            boolean leftover = line.startsWith("#") || line.isEmpty() || (conflicts && line.startsWith("\t"));
            conflicts = (end >= 0 && line.equals("Conflicts:")) || (conflicts && leftover);
            kept = leftover || conflicts ? kept : all.size();
            at = end < 0 ? message.length() : end + 1;
        }
        // Comments and empty lines at the end are left out, and the list of conflicts that old versions of git left
        // there.
        this.lines = all.subList(0, kept);
    }

    private static boolean isDivider(String line, boolean ended) {
        boolean dashes = line.startsWith("---") && (line.length() == 3 ? ended : GitSpace.is(line.charAt(3)));
        return dashes || (ended && line.equals(CUT));
    }

    List<Trailer> trailers() {
        List<Trailer> found = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        String key = "";
        for (String line : lines.subList(start(), lines.size())) {
            int separator = line.startsWith("#") ? -1 : separator(line);
            if (startsBlank(line)) {
                value.append(' ').append(GitSpace.trimmedStart(line));
                continue;
            }
            finish(found, key, value);
            key = separator < 1 ? "" : GitSpace.trimmed(line.substring(0, separator));
            // White space at the end of a line stays if the value goes on in the next.
            value.append(separator < 1 ? "" : GitSpace.trimmedStart(line.substring(separator + 1)));
        }
        finish(found, key, value);
        return List.copyOf(found);
    }

    /**
     * The message with more trailers at the end of the block, or in a block of their own behind an empty line. One that repeats the last
     * is left out, as git does by default.
     *
     * @param lineEnd what ends the new lines
     */
    static String add(String message, List<Trailer> more, String lineEnd) {
        TrailerBlock block = new TrailerBlock(message);
        List<Trailer> present = block.trailers();
        @Nullable Trailer last = present.isEmpty() ? null : present.get(present.size() - 1);
        StringBuilder added = new StringBuilder();
        for (Trailer trailer : more) {
            if (last == null || !last.toString().equalsIgnoreCase(trailer.toString())) {
                added.append(trailer).append(lineEnd);
                last = trailer;
            }
        }
        if (added.isEmpty()) {
            return message;
        }
        int end = block.end(message.length());
        boolean ended = end == 0 || message.charAt(end - 1) == '\n';
        List<String> lines = block.lines;
        boolean apart = !present.isEmpty() || lines.isEmpty() || isBlank(lines.get(lines.size() - 1));
        String before = (ended ? "" : lineEnd) + (apart ? "" : lineEnd);
        return message.substring(0, end) + before + added + message.substring(end);
    }

    /** Where the lines that count end in the message. */
    private int end(int length) {
        int end = 0;
        for (String line : lines) {
            end += line.length() + 1;
        }
        return Math.min(end, length);
    }

    private static void finish(List<Trailer> found, String key, StringBuilder value) {
        if (!key.isEmpty()) {
            found.add(new Trailer(key, GitSpace.trimmed(value.toString())));
        }
        value.setLength(0);
    }

    /** The index of the block's first line; the number of lines if there is no block. */
    private int start() {
        int titleEnd = titleEnd();
        int trailers = 0;
        int others = 0;
        int continuations = 0;
        boolean fromGit = false;
        boolean empty = true;
        for (int i = lines.size() - 1; i >= titleEnd; i--) {
            String line = lines.get(i);
            if (isBlank(line)) {
                if (empty) {
                    continue;
                }
                others += continuations;
                boolean enough = fromGit ? trailers * 3 >= others : trailers > 0 && others == 0;
                return enough ? i + 1 : lines.size();
            }
            empty &= line.startsWith("#");
            if (line.startsWith("#")) {
                others += continuations;
                continuations = 0;
            } else if (startsBlank(line)) {
                continuations++;
            } else if (isFromGit(line) || separator(line) >= 1) {
                fromGit |= isFromGit(line);
                trailers++;
                continuations = 0;
            } else {
                others += 1 + continuations;
                continuations = 0;
            }
        }
        return lines.size();
    }

    private int titleEnd() {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("#") && isBlank(lines.get(i))) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean isFromGit(String line) {
        return line.startsWith("Signed-off-by: ") || line.startsWith("(cherry picked from commit ");
    }

    private static boolean startsBlank(String line) {
        return !line.isEmpty() && GitSpace.is(line.charAt(0));
    }

    private static boolean isBlank(String line) {
        return line.chars().allMatch(GitSpace::is);
    }

    /** The place of the colon behind a key of letters, digits and dashes, perhaps with white space before the colon. */
    private static int separator(String line) {
        boolean spaced = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ':') {
                return i;
            }
            boolean inKey = Ascii.isLetter(c) || Ascii.isDigit(c) || c == '-';
            if (i > 0 && (c == ' ' || c == '\t')) {
                spaced = true;
            } else if (!inKey || spaced) {
                return -1;
            }
        }
        return -1;
    }
}
