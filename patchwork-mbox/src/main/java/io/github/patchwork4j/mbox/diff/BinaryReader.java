package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Limits;
import io.github.patchwork4j.mbox.diff.BinaryHunk.Method;
import io.github.patchwork4j.mbox.internal.diff.Base85;
import io.github.patchwork4j.mbox.internal.diff.Decimal;
import io.github.patchwork4j.mbox.internal.diff.LineScanner;
import org.jspecify.annotations.Nullable;

/** Finds where binary content begins and ends in a git diff, by the shape of its lines; decodes nothing. */
final class BinaryReader {
    private final DiffText text;
    private final Limits limits;
    private final Decimal decimal = new Decimal();

    BinaryReader(DiffText text, Limits limits) {
        this.text = text;
        this.limits = limits;
    }

    /** Reads what stands in the place of hunks if a file is binary; does nothing if it is not. */
    void read(FileDraft draft) {
        if (text.lines.atEnd()) {
            return;
        }
        if (text.lines.startsWith("GIT binary patch") && isContent("GIT binary patch".length())) {
            draft.binary = true;
            readPatch(draft);
            draft.to = text.offset();
        } else if (isDifferLine()) {
            draft.binary = true;
            text.lines.advance();
            draft.to = text.offset();
        }
    }

    private boolean isContent(int length) {
        return text.contentEnd() - text.lines.position() == length;
    }

    private boolean isDifferLine() {
        boolean begins = text.lines.startsWith("Binary files ") || text.lines.startsWith("Files ");
        int end = text.contentEnd() - " differ".length();
        return begins
                && end >= text.lines.position()
                && LineScanner.startsWith(text.array, end, text.lines.end(), " differ");
    }

    private void readPatch(FileDraft draft) {
        int offset = text.offset();
        text.lines.advance();
        BinaryHunk forward = readHunk();
        if (forward == null) {
            text.corrupt(offset, "binary patch without literal or delta");
            return;
        }
        draft.binaryPatch = new BinaryPatch(forward, readHunk());
    }

    private @Nullable BinaryHunk readHunk() {
        boolean literal = text.lines.startsWith("literal ");
        if (!literal && !text.lines.startsWith("delta ")) {
            return null;
        }
        int from = text.offset();
        int digits = text.lines.position() + (literal ? "literal ".length() : "delta ".length());
        decimal.read(text.array, digits, text.lines.lineEnd());
        int size = decimal.value() == Decimal.OVERFLOW ? Integer.MAX_VALUE : decimal.value();
        text.lines.advance();
        int payload = text.offset();
        while (!text.lines.atEnd() && Base85.lineBytes(text.array, text.lines.position(), text.contentEnd()) > 0) {
            text.lines.advance();
        }
        int to = text.offset();
        if (text.lines.atEnd()) {
            text.truncated(from, "text ends before the blank line behind a binary");
        } else if (!isContent(0)) {
            text.corrupt(to, "line is not part of a binary");
        } else {
            text.lines.advance();
        }
        Method method = literal ? Method.LITERAL : Method.DELTA;
        return new BinaryHunk(text.source, new int[] {from, payload, to}, method, size, limits);
    }
}
