package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.Scan;

/**
 * How a mail is taken out of an archive: undoes what was done to it when it was put in.
 *
 * @param unquoted whether it is known that no line of the mail is quoted
 */
record Unpacking(SplitRule rule, LineEnds lineEnds, ArchiveFormat format, boolean unquoted) {
    /** Restores a mail that has lost its envelope line and its separator. */
    Bytes restore(Bytes packed) {
        return switch (format) {
            case STGIT, STGIT_SERIES -> ForeignPatch.stgit(packed);
            case HG -> ForeignPatch.hg(packed);
            default -> restoredLines(packed);
        };
    }

    private Bytes restoredLines(Bytes packed) {
        boolean dropCr =
                lineEnds == LineEnds.AS_GIT && rule != SplitRule.ANY_FROM && packed.indexOf((byte) '\r', 0) >= 0;
        boolean unquote = rule == SplitRule.MBOXRD && !unquoted && hasQuotedFrom(packed);
        return dropCr || unquote ? rewritten(packed, dropCr, unquote) : packed;
    }

    private static boolean hasQuotedFrom(Bytes packed) {
        byte[] array = packed.array();
        int end = packed.offset() + packed.length();
        int at = packed.offset();
        boolean found = FromLine.isQuoted(array, at, end);
        while (!found) {
            at = 1 + Scan.indexOfPair(array, (byte) '\n', (byte) '>', at, end);
            if (at == 0) {
                return false;
            }
            found = FromLine.isQuoted(array, at, end);
        }
        return true;
    }

    private static Bytes rewritten(Bytes packed, boolean dropCr, boolean unquote) {
        byte[] array = packed.array();
        ByteSink out = new ByteSink(packed.length());
        int at = packed.offset();
        int stop = at + packed.length();
        while (at < stop) {
            int found = Scan.indexOf(array, (byte) '\n', at, stop);
            int end = found < 0 ? stop : found + 1;
            int from = unquote && FromLine.isQuoted(array, at, end) ? at + 1 : at;
            if (dropCr && end - from > 1 && array[end - 1] == '\n' && array[end - 2] == '\r') {
                out.write(array, from, end - 2 - from);
                out.write('\n');
            } else {
                out.write(array, from, end - from);
            }
            at = end;
        }
        return out.toBytes();
    }
}
