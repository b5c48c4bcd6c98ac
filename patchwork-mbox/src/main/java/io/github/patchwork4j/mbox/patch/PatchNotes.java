package io.github.patchwork4j.mbox.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands between the line {@code ---} of a patch and its diff, taken apart; the texts of all sections, one behind the other, are the
 * notes.
 *
 * @param sections the sections in their order; empty for empty notes
 */
public record PatchNotes(List<Section> sections) {
    /** What a section is; a later version may add more. */
    public enum Kind {
        /** What the author has to say to reviewers. */
        COMMENTARY,
        /** What has changed since another version, below a line such as {@code Changes in v2:}. */
        CHANGES,
        /** The table of changed files, and the lines that git writes below it. */
        DIFFSTAT,
        /** What {@code git format-patch --range-diff} adds. */
        RANGE_DIFF,
        /** What {@code git format-patch --interdiff} adds. */
        INTERDIFF
    }

    /**
     * A part of the notes.
     *
     * @param kind what it is
     * @param text its lines, unchanged, with its title if it has one
     */
    public record Section(Kind kind, String text) {}

    private static final List<String> SUMMARIES =
            List.of(" create mode ", " delete mode ", " mode change ", " rename ", " copy ", " rewrite ");
    private static final List<String> CHANGE_TITLES =
            List.of("changes in v", "changes since ", "changes from v", "changes between ", "changelog", "change log");

    /**
     * Makes notes.
     *
     * @param sections the sections, copied
     */
    public PatchNotes {
        sections = List.copyOf(sections);
    }

    /**
     * Takes notes apart.
     *
     * @param notes what {@link PatchMail#notes()} returns
     * @return the sections
     */
    public static PatchNotes parse(String notes) {
        List<String> lines = List.of(notes.split("\n", -1));
        boolean[] stat = statLines(lines);
        List<Section> sections = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Kind kind = Kind.COMMENTARY;
        int end = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Kind next = stat[i] ? Kind.DIFFSTAT : kindOf(line, kind);
            boolean titled = isTitle(line) && !isInside(line, kind);
            if (text.length() > 0 && (next != kind || titled)) {
                sections.add(new Section(kind, text.toString()));
                text.setLength(0);
            }
            kind = next;
            int from = end;
            end = Math.min(notes.length(), from + line.length() + 1);
            text.append(notes, from, end);
        }
        if (text.length() > 0) {
            sections.add(new Section(kind, text.toString()));
        }
        return new PatchNotes(sections);
    }

    /** The lines of tables that end in a line that sums up. */
    private static boolean[] statLines(List<String> lines) {
        boolean[] stat = new boolean[lines.size()];
        int rows = 0;
        boolean behind = false;
        for (int i = 0; i < stat.length; i++) {
            String line = lines.get(i);
            boolean row = line.startsWith(" ") && !line.startsWith("  ") && line.contains(" | ");
            boolean sum = line.startsWith(" ")
                    && !line.startsWith("  ")
                    && Diffstat.parse(line).isPresent();
            behind = sum || (behind && SUMMARIES.stream().anyMatch(line::startsWith));
            stat[i] = behind;
            for (int back = i - rows; sum && back < i; back++) {
                stat[back] = true;
            }
            rows = row ? rows + 1 : 0;
        }
        return stat;
    }

    private static Kind kindOf(String line, Kind before) {
        if (isInside(line, before)) {
            return before;
        }
        if (line.startsWith("Interdiff:") || line.startsWith("Interdiff against ")) {
            return Kind.INTERDIFF;
        }
        if (line.startsWith("Range-diff:") || line.startsWith("Range-diff against ")) {
            return Kind.RANGE_DIFF;
        }
        if (isTitle(line)) {
            return Kind.CHANGES;
        }
        boolean goesOn = before == Kind.CHANGES || (before == Kind.DIFFSTAT && line.isBlank());
        return goesOn ? before : Kind.COMMENTARY;
    }

    /** Whether a line belongs to what git has written indented, or to the heads of its range-diff. */
    private static boolean isInside(String line, Kind kind) {
        if (kind != Kind.INTERDIFF && kind != Kind.RANGE_DIFF) {
            return false;
        }
        return line.isBlank() || line.startsWith("  ") || (kind == Kind.RANGE_DIFF && isPair(line.strip()));
    }

    private static boolean isPair(String line) {
        int at = 0;
        while (at < line.length() && (Character.isDigit(line.charAt(at)) || (at == 0 && line.charAt(0) == '-'))) {
            at++;
        }
        return at > 0 && line.startsWith(":  ", at);
    }

    private static boolean isTitle(String line) {
        String lower = line.strip().toLowerCase(Locale.ROOT);
        if (CHANGE_TITLES.stream().anyMatch(lower::startsWith)) {
            return true;
        }
        // "v2:", "v1 -> v2:", "v1->v2", "v3 changes:"
        int at = version(lower, 0);
        if (at == 0) {
            return false;
        }
        String rest = lower.substring(at).strip();
        String arrow = rest.startsWith("->") || rest.startsWith("=>")
                ? rest.substring(2).strip()
                : "";
        int second = version(arrow, 0);
        return rest.equals(":")
                || rest.equals("changes")
                || rest.equals("changes:")
                || (second > 0
                        && (second == arrow.length()
                                || arrow.substring(second).strip().startsWith(":")));
    }

    /** Where a version such as {@code v2} ends; its beginning if there is none. */
    private static int version(String text, int from) {
        int at = from + 1;
        while (text.startsWith("v", from) && at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at > from + 1 ? at : from;
    }

    /**
     * Returns what the author says to reviewers, without tables and diffs.
     *
     * @return the commentary and the lists of changes, without white space around it; perhaps empty
     */
    public String commentary() {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            if (section.kind() == Kind.COMMENTARY || section.kind() == Kind.CHANGES) {
                text.append(section.text());
            }
        }
        return text.toString().strip();
    }

    /**
     * Returns the first section of a kind.
     *
     * @param kind the kind
     * @return its text, if there is one
     */
    public Optional<String> first(Kind kind) {
        return sections.stream()
                .filter(section -> section.kind() == kind)
                .map(Section::text)
                .findFirst();
    }
}
