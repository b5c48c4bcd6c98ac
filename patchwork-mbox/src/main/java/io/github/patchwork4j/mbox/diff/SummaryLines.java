package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes what {@code git apply --summary} prints for a file. */
final class SummaryLines {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private SummaryLines() {}

    static Bytes of(FileDiff file) {
        SummaryLines lines = new SummaryLines();
        switch (file.status()) {
            case ADDED -> lines.existence(" create", file.newMode(), file.path());
            case DELETED -> lines.existence(" delete", file.oldMode(), file.path());
            case RENAMED -> lines.move(" rename ", file);
            case COPIED -> lines.move(" copy ", file);
            default -> lines.change(file);
        }
        return Bytes.of(lines.out.toByteArray());
    }

    private void existence(String verb, Optional<FileMode> mode, DiffPath path) {
        text(verb).text(mode.map(known -> " mode " + known).orElse("")).text(" ");
        bytes(path.bytes()).text("\n");
    }

    private void move(String verb, FileDiff file) {
        Bytes before = file.oldPath().orElse(DiffPath.NONE).bytes();
        Bytes after = file.newPath().orElse(DiffPath.NONE).bytes();
        int common = commonDirectories(before, after);
        text(verb).bytes(after.slice(0, common)).text(common > 0 ? "{" : "");
        bytes(before.slice(common, before.length())).text(" => ");
        bytes(after.slice(common, after.length())).text(common > 0 ? "}" : "");
        text(" (" + score(file) + "%)\n");
        modeChange(file, false);
    }

    private void change(FileDiff file) {
        int score = score(file);
        if (score > 0) {
            text(" rewrite ").bytes(file.path().bytes()).text(" (" + score + "%)\n");
        }
        modeChange(file, score == 0);
    }

    private void modeChange(FileDiff file, boolean withPath) {
        if (file.oldMode().isEmpty()
                || file.newMode().isEmpty()
                || file.oldMode().equals(file.newMode())) {
            return;
        }
        text(" mode change " + file.oldMode().get() + " => " + file.newMode().get());
        text(withPath ? " " : "").bytes(withPath ? file.path().bytes() : Bytes.EMPTY);
        text("\n");
    }

    /** Git keeps one number for both, and does not ask here which it was. */
    private static int score(FileDiff file) {
        return file.dissimilarity().orElse(file.similarity().orElse(0));
    }

    /** Returns the length of the leading directories that both paths have in common, the last slash included. */
    private static int commonDirectories(Bytes one, Bytes other) {
        int common = 0;
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter && one.at(i) == other.at(i); i++) {
            if (one.at(i) == '/') {
                common = i + 1;
            }
        }
        return common;
    }

    private SummaryLines text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    private SummaryLines bytes(Bytes bytes) {
        out.writeBytes(bytes.toArray());
        return this;
    }
}
