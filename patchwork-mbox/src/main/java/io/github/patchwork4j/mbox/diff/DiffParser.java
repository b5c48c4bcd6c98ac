package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through a text once, from line to line, and hands what begins a file or a hunk to the reader for it.
 *
 * <p>Every step passes at least one line, and no line is looked at again but the three that open a traditional diff.
 */
final class DiffParser {
    private final DiffText text;
    private final GitHeaderReader gitHeaders;
    private final TraditionalHeaderReader traditionalHeaders;
    private final HunkReader hunkReader;
    private final BinaryReader binaries;
    private final List<FileDiff> files = new ArrayList<>();
    private final List<Hunk> orphans = new ArrayList<>(0);

    private final FileDraft draft = new FileDraft();

    /** Whether the last file is still open because a hunk of it was corrupt and more may follow. */
    private boolean isOpen;

    /** Where the text begins that belongs to no file yet. */
    private int unclaimedFrom;

    private final DiffOptions options;

    DiffParser(Bytes source, DiffOptions options) {
        this(source, options, true);
    }

    private DiffParser(Bytes source, DiffOptions options, boolean usualAtOnce) {
        int strip = options.strip().orElse(-1);
        this.options = options;
        this.text = new DiffText(source);
        UsualHeader usual = usualAtOnce && UsualHeader.isReadWith(options) ? new UsualHeader(text) : null;
        this.gitHeaders = new GitHeaderReader(text, strip, usual);
        this.traditionalHeaders = new TraditionalHeaderReader(text, strip);
        this.hunkReader = new HunkReader(text, options.counts());
        this.binaries = new BinaryReader(text, options.limits());
    }

    /** Returns a parser that reads also usual headers line by line, for tests that compare. */
    static DiffParser lineByLine(Bytes source, DiffOptions options) {
        return new DiffParser(source, options, false);
    }

    Diff parse() {
        while (!text.lines.atEnd()) {
            switch (text.array[text.lines.position()]) {
                case 'd' -> passDiffLine();
                case '-' -> passDashes();
                case '@' -> passAtSigns();
                case '*' -> passStars();
                default -> text.lines.advance();
            }
        }
        close();
        return new Diff(text.source, files, orphans, text.findings.all(), unclaimedFrom);
    }

    private void passDiffLine() {
        if (text.lines.startsWith(GitHeaderReader.START) && options.reads(DiffFormat.GIT)) {
            close();
            if (gitHeaders.read(draft, unclaimedFrom)) {
                readContent();
            }
        } else if (CombinedReader.isAtHeader(text) && options.reads(DiffFormat.COMBINED)) {
            close();
            new CombinedReader(text).read(draft, unclaimedFrom);
            unclaimedFrom = draft.to;
            files.add(new FileDiff(text.source, draft));
        } else {
            text.lines.advance();
        }
    }

    private void passDashes() {
        if (traditionalHeaders.isAtHeader() && options.reads(DiffFormat.TRADITIONAL)) {
            close();
            traditionalHeaders.read(DiffFormat.TRADITIONAL, draft, unclaimedFrom);
            readContent();
        } else {
            text.lines.advance();
        }
    }

    private void passStars() {
        if (!options.reads(DiffFormat.CONTEXT) || !traditionalHeaders.isAtContextHeader()) {
            text.lines.advance();
            return;
        }
        close();
        traditionalHeaders.read(DiffFormat.CONTEXT, draft, unclaimedFrom);
        ContextReader context = new ContextReader(text);
        while (!text.lines.atEnd() && context.isAtHunk()) {
            Hunk hunk = context.read();
            draft.add(hunk, text.offset());
            checkEmptySides(hunk);
        }
        unclaimedFrom = draft.to;
        files.add(new FileDiff(text.source, draft));
    }

    private void passAtSigns() {
        if (!hunkReader.isAtHeader()) {
            if (hunkReader.isTooLarge()) {
                text.corrupt(text.offset(), "hunk without a file");
            }
            text.lines.advance();
            return;
        }
        if (isOpen) {
            readContent();
            return;
        }
        int offset = text.offset();
        orphans.add(hunkReader.read());
        text.corrupt(offset, "hunk without a file");
    }

    /** Reads hunks as long as they come one behind the other, or what stands there for a binary. */
    private void readContent() {
        boolean sound = true;
        while (sound && text.lines.startsWith(HunkReader.START)) {
            sound = hunkReader.isAtHeader();
            if (!sound) {
                text.corrupt(text.offset(), "header of a hunk cannot be read");
                text.lines.advance();
                break;
            }
            Hunk hunk = hunkReader.read();
            draft.add(hunk, text.offset());
            checkEmptySides(hunk);
            sound = hunk.isComplete();
        }
        if (draft.hunks.isEmpty() && sound) {
            binaries.read(draft);
        }
        isOpen = true;
        unclaimedFrom = draft.to;
        if (sound) {
            close();
        }
    }

    private void checkEmptySides(Hunk hunk) {
        if (draft.isNew && hunk.oldCount() > 0) {
            text.corrupt(hunk.offset(), "new file depends on old contents");
        }
        if (draft.isDeleted && hunk.newCount() > 0) {
            text.corrupt(hunk.offset(), "deleted file still has contents");
        }
    }

    private void close() {
        if (isOpen) {
            files.add(new FileDiff(text.source, draft));
            isOpen = false;
        }
    }
}
