package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;

/**
 * Separates the text of a mail into diff and comment exactly as Patchwork does, where each line moves a machine of
 * eight states on.
 */
final class PatchworkDiff {
    private enum State {
        TEXT,
        HEADER,
        OLD_NAME,
        NEW_NAME,
        HUNK,
        EXTENDED_HEADER,
        BINARY
    }

    private final StringBuilder diff = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();

    /** Lines that become diff or comment, depending on what follows them. */
    private final StringBuilder undecided = new StringBuilder();

    private State state = State.TEXT;
    private boolean sawHunk;
    private int oldLines;
    private int newLines;

    private PatchworkDiff() {}

    static PatchworkDiff of(String text) {
        PatchworkDiff machine = new PatchworkDiff();
        int at = 0;
        // Python's split leaves an empty last line behind a final line end, and each line gets one again.
        while (at <= text.length()) {
            int end = PythonText.lineEnd(text, at);
            machine.take(text.substring(at, end) + "\n");
            at = end + 1;
        }
        machine.comment.append(machine.undecided);
        return machine;
    }

    /** The diff; empty if there is none. */
    String diff() {
        return diff.toString();
    }

    String comment() {
        return comment.toString();
    }

    private void take(String line) {
        switch (state) {
            case TEXT -> text(line);
            case HEADER -> header(line);
            case OLD_NAME -> oldName(line);
            case NEW_NAME -> newName(line);
            case HUNK -> hunk(line);
            case EXTENDED_HEADER -> extendedHeader(line);
            case BINARY -> binary(line);
        }
    }

    private void text(String line) {
        if (line.startsWith("diff ") || line.startsWith("===") || line.startsWith("Index: ")) {
            undecided.append(line);
            state = State.HEADER;
        } else if (line.startsWith("--- ")) {
            undecided.append(line);
            state = State.OLD_NAME;
        } else {
            comment.append(line);
        }
    }

    private void header(String line) {
        undecided.append(line);
        if (line.startsWith("--- ")) {
            state = State.OLD_NAME;
        } else if (isExtendedHeader(line)) {
            state = State.EXTENDED_HEADER;
        }
    }

    private void oldName(String line) {
        if (line.startsWith("+++ ")) {
            undecided.append(line);
            state = State.NEW_NAME;
        } else {
            noDiff(line);
        }
    }

    private void newName(String line) {
        HunkHead head = HunkHead.parse(line).orElse(null);
        if (head != null) {
            oldLines = HunkHead.saturated(head.oldCount());
            newLines = HunkHead.saturated(head.newCount());
            keep(line);
            state = State.HUNK;
        } else if (line.startsWith("--- ")) {
            keep(line);
            state = State.OLD_NAME;
        } else if (sawHunk && isNoNewline(line)) {
            diff.append(line);
        } else {
            noDiff(line);
        }
    }

    /** What looked like a diff is text; after a first hunk it is text between two files, which stays undecided. */
    private void noDiff(String line) {
        undecided.append(line);
        if (sawHunk) {
            state = State.HEADER;
        } else {
            comment.append(undecided);
            undecided.setLength(0);
            state = State.TEXT;
        }
    }

    private void hunk(String line) {
        if (!isNoNewline(line)) {
            oldLines -= line.startsWith("+") ? 0 : 1;
            newLines -= line.startsWith("-") ? 0 : 1;
        }
        diff.append(line);
        if (oldLines <= 0 && newLines <= 0) {
            sawHunk = true;
            state = State.NEW_NAME;
        }
    }

    /** Only here, on the second extended header, is it decided that the first was one. */
    private void extendedHeader(String line) {
        if (isExtendedHeader(line)) {
            keep(line);
        } else if (line.startsWith("--- ")) {
            keep(line);
            state = State.OLD_NAME;
        } else if (line.startsWith("GIT binary patch") || line.startsWith("Binary files ")) {
            keep(line);
            state = State.BINARY;
        } else {
            undecided.append(line);
            state = State.HEADER;
        }
    }

    /** Back to text with the line undecided: Patchwork so loses the headers of the file after a binary one. */
    private void binary(String line) {
        if (line.startsWith("diff")) {
            undecided.append(line);
            state = State.TEXT;
        } else {
            diff.append(line);
        }
    }

    private void keep(String line) {
        diff.append(undecided).append(line);
        undecided.setLength(0);
    }

    private static boolean isNoNewline(String line) {
        return line.startsWith("\\ No newline at end of file");
    }

    private static boolean isExtendedHeader(String line) {
        return switch (line.charAt(0)) {
            case 'o' -> line.startsWith("old mode ");
            case 'n' -> line.startsWith("new mode ") || line.startsWith("new file mode ");
            case 'd' -> line.startsWith("deleted file mode ") || line.startsWith("dissimilarity index ");
            case 'c' -> line.startsWith("copy from ") || line.startsWith("copy to ");
            case 'r' -> line.startsWith("rename from ") || line.startsWith("rename to ");
            case 's' -> line.startsWith("similarity index ");
            case 'i' -> line.startsWith("index ");
            default -> false;
        };
    }
}
