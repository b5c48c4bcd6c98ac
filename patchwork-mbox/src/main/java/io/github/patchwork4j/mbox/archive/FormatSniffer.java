package io.github.patchwork4j.mbox.archive;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;

/** Tells the format of an archive from its beginning, as git am does. */
final class FormatSniffer {
    /** How much of an archive is looked at. */
    static final int REACH = 64 << 10;

    private static final String SERIES = "# This series applies on GIT commit";

    private FormatSniffer() {}

    /** Judges the first bytes of an archive; empty lines before everything are already gone. */
    static ArchiveFormat sniff(Bytes beginning) {
        Bytes first = line(beginning, 0);
        int second = Ascii.lineEnd(beginning, 0);
        int third = Ascii.lineEnd(beginning, second);
        if (first.startsWith(FromLine.START) || first.startsWith("From: ")) {
            return ArchiveFormat.MBOX;
        }
        if (first.startsWith(SERIES)) {
            return ArchiveFormat.STGIT_SERIES;
        }
        if (first.equals(ForeignPatch.HG_FIRST_LINE)) {
            return ArchiveFormat.HG;
        }
        if (line(beginning, second).isEmpty() && ForeignPatch.startsStgitHeader(beginning, third)) {
            return ArchiveFormat.STGIT;
        }
        return isMail(beginning) ? ArchiveFormat.MAIL : ArchiveFormat.UNKNOWN;
    }

    /** The line at a place without its LF or CR LF. */
    private static Bytes line(Bytes bytes, int from) {
        int end = Ascii.lineEnd(bytes, from);
        end -= end > from && bytes.at(end - 1) == '\n' ? 1 : 0;
        end -= end > from && bytes.at(end - 1) == '\r' ? 1 : 0;
        return bytes.slice(from, end);
    }

    private static boolean isMail(Bytes bytes) {
        int at = 0;
        while (at < bytes.length()) {
            int end = Ascii.lineEnd(bytes, at);
            Bytes line = line(bytes, at);
            if (line.isEmpty()) {
                return at > 0;
            }
            boolean cut = end == REACH && bytes.at(end - 1) != '\n';
            if (line.at(0) != ' ' && line.at(0) != '\t' && !cut && !startsHeader(line, 0, line.length())) {
                return false;
            }
            at = end;
        }
        return at > 0;
    }

    /** Whether a header's name and a colon stand at a place: printable characters without white space. */
    static boolean startsHeader(Bytes bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes.at(i);
            if (b == ':') {
                return i > from;
            }
            if (b <= ' ' || b == 127) {
                return false;
            }
        }
        return false;
    }
}
