package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.DiffNote.Kind;
import io.github.patchwork4j.mbox.internal.diff.EditCommand;
import io.github.patchwork4j.mbox.internal.diff.NoteNames;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the {@link DiffNote}s in the text around the files of a diff. */
final class NoteReader {
    private final Bytes source;
    private final List<DiffNote> notes = new ArrayList<>();

    NoteReader(Bytes source) {
        this.source = source;
    }

    List<DiffNote> notes() {
        return List.copyOf(notes);
    }

    /** Reads the text between two offsets; of each format that is not supported the first command is noted. */
    void read(int from, int to) {
        Set<Kind> unsupported = EnumSet.noneOf(Kind.class);
        int lastDot = lastDotLine(from, to);
        for (int at = from; at < to; ) {
            int feed = source.indexOf((byte) '\n', at);
            int next = feed < 0 || feed >= to ? to : feed + 1;
            int end = next > at && source.at(next - 1) == '\n' ? next - 1 : next;
            end -= end > at && source.at(end - 1) == '\r' ? 1 : 0;
            Bytes line = source.slice(at, end);
            if (!readName(line, at)) {
                Kind kind = commandKind(line, source.slice(next, to), at < lastDot);
                if (kind != null && unsupported.add(kind)) {
                    notes.add(new DiffNote(kind, at, line, Bytes.EMPTY));
                }
            }
            at = next;
        }
    }

    private int lastDotLine(int from, int to) {
        for (int at = to - 2; at > from; at--) {
            if (source.at(at) == '.' && source.at(at - 1) == '\n' && source.at(at + 1) == '\n') {
                return at;
            }
        }
        return -1;
    }

    private boolean readName(Bytes line, int offset) {
        Kind kind;
        Bytes path;
        if (line.startsWith("Only in ")) {
            kind = Kind.ONLY_IN;
            path = NoteNames.onlyIn(line);
        } else if (line.startsWith("Submodule ")) {
            kind = Kind.SUBMODULE;
            path = NoteNames.submodule(line);
        } else if (line.startsWith("Property changes on: ")) {
            kind = Kind.PROPERTIES;
            path = NoteNames.behind(line, "Property changes on: ");
        } else if (NoteNames.isBinary(line)) {
            kind = Kind.BINARY;
            path = NoteNames.binary(line);
        } else {
            kind = Kind.FILE;
            path = NoteNames.file(line);
        }
        if (path == null) {
            return false;
        }
        notes.add(new DiffNote(kind, offset, line, path));
        return true;
    }

    private static @Nullable Kind commandKind(Bytes line, Bytes rest, boolean dotFollows) {
        if (EditCommand.isNormal(line) && (rest.startsWith("< ") || rest.startsWith("> "))) {
            return Kind.NORMAL_DIFF;
        }
        if (EditCommand.isEd(line) && dotFollows) {
            return Kind.ED_SCRIPT;
        }
        return EditCommand.isRcs(line) ? Kind.RCS_SCRIPT : null;
    }
}
