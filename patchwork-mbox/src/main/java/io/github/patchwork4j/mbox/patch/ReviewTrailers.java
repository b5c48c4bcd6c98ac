package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.mail.MailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Looks for trailers line by line. */
final class ReviewTrailers {
    static final int SHORTEST_ID = 6;

    /** Keys whose values name no person. */
    private static final Set<String> IMPERSONAL = Set.of(
            "fixes",
            "link",
            "closes",
            "buglink",
            "bug",
            "message-id",
            "change-id",
            "cherry-picked-from",
            "obsoletes",
            "base-commit",
            "based-on");

    /** Lines of signatures and of talk that look like trailers. */
    private static final Set<String> TALK =
            Set.of("phone", "mail", "email", "e-mail", "web", "www", "prerequisite-message-id");

    private static final String CHERRY = "(cherry picked from commit ";

    private final String[] lines;
    private final List<ReviewTrailer> found = new ArrayList<>();

    ReviewTrailers(String message) {
        this.lines = message.split("\n", -1);
    }

    List<ReviewTrailer> find() {
        int at = 0;
        while (at < lines.length && !lines[at].equals("-- ")) {
            at = read(at);
        }
        return List.copyOf(found);
    }

    /** Reads the trailer that begins in a line, if there is one, and returns the number of the line behind it. */
    private int read(int at) {
        String line = lines[at].strip();
        if (line.startsWith(CHERRY) && line.endsWith(")")) {
            String commit = line.substring(CHERRY.length(), line.length() - 1);
            add(new Trailer("cherry-picked-from", commit), "", at);
            return at + 1;
        }
        int colon = colon(line);
        if (colon < 0) {
            return at + 1;
        }
        String key = line.substring(0, colon);
        StringBuilder value = new StringBuilder(line.substring(colon + 1).strip());
        int next = at + 1;
        if (next < lines.length && goesOn(key, value, lines[next].strip())) {
            value.append(' ').append(lines[next].strip());
            next++;
        }
        String comment = "";
        int hash = value.indexOf(" # ");
        if (hash >= 0) {
            comment = value.substring(hash + 3).strip();
            value.setLength(hash);
        } else if (next < lines.length
                && lines[next].startsWith("[")
                && lines[next].strip().endsWith("]")) {
            comment = lines[next].strip();
            next++;
        }
        Trailer trailer = new Trailer(key, value.toString().strip());
        if (!isTrailer(trailer)) {
            return at + 1;
        }
        add(trailer, comment, at);
        return next;
    }

    private void add(Trailer trailer, String comment, int line) {
        Optional<MailAddress> person =
                isImpersonal(trailer.key()) ? Optional.empty() : ReviewTrailer.person(trailer.value());
        found.add(new ReviewTrailer(trailer, person, Optional.of(comment).filter(text -> !text.isEmpty()), line));
    }

    /** The colon behind a key of at least two letters, digits or dashes, with something behind it. */
    private static int colon(String line) {
        int at = 0;
        while (at < line.length()
                && (Ascii.isLetter(line.charAt(at)) || Ascii.isDigit(line.charAt(at)) || line.charAt(at) == '-')) {
            at++;
        }
        boolean valued = at >= 2 && line.startsWith(":", at) && at + 1 < line.length();
        return valued && Character.isWhitespace(line.charAt(at + 1)) ? at : -1;
    }

    /** A title in quotes that is not closed goes on in the next line, and so does a name without its address. */
    private static boolean goesOn(String key, StringBuilder value, String next) {
        if (next.isEmpty()) {
            return false;
        }
        boolean open = key.equalsIgnoreCase("fixes") && value.indexOf("(") >= 0 && value.indexOf(")") < 0;
        boolean address = key.toLowerCase(Locale.ROOT).endsWith("-by") && value.indexOf("@") < 0;
        return open || (address && next.startsWith("<") && next.endsWith(">"));
    }

    private static boolean isTrailer(Trailer trailer) {
        String key = trailer.key().toLowerCase(Locale.ROOT);
        String value = trailer.value();
        if (value.isEmpty() || TALK.contains(key)) {
            return false;
        }
        if (key.equals("fixes")) {
            // Whoever talks of what a patch fixes names no commit.
            return hexEnd(value) >= SHORTEST_ID || value.startsWith("http");
        }
        return isImpersonal(key)
                || ((key.indexOf('-') > 0 || key.equals("cc"))
                        && ReviewTrailer.person(value).isPresent());
    }

    private static boolean isImpersonal(String key) {
        return IMPERSONAL.contains(key.toLowerCase(Locale.ROOT));
    }

    static boolean namesCommit(String key) {
        return key.equalsIgnoreCase("fixes") || key.equals("cherry-picked-from");
    }

    /** The end of the hexadecimal digits that a text begins with. */
    static int hexEnd(String text) {
        int at = 0;
        while (at < text.length() && Ascii.hex(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
