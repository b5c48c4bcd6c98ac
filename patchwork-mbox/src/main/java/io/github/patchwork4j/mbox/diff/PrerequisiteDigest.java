package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.diff.PatchIdDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hashes patches as {@code git format-patch --base} does for its lines {@code prerequisite-patch-id}: with all names unquoted below {@code a/}
 * and {@code b/}, the modes of files that are made, removed or change theirs, and of binaries nothing but both ids. For patches that only
 * change text it is what {@code git patch-id --stable} prints.
 */
final class PrerequisiteDigest {
    private final MessageDigest digest = PatchIdDigest.sha1();
    private final byte[] sum = new byte[digest.getDigestLength()];

    private PrerequisiteDigest() {}

    /** Returns the hash; null if there are no files, or if one is a binary without its whole ids. */
    static byte @Nullable [] of(List<FileDiff> files) {
        PrerequisiteDigest all = new PrerequisiteDigest();
        for (int i = 0; i < files.size(); i++) {
            FileDiff file = files.get(i);
            boolean changesType = i + 1 < files.size() && isTypeChange(file, files.get(i + 1));
            boolean known = changesType ? all.add(file, files.get(++i)) : all.add(file, file);
            if (!known) {
                return null;
            }
        }
        return files.isEmpty() ? null : all.sum;
    }

    /** A file that becomes a link, or the other way round, is removed and made anew in the text of a diff. */
    private static boolean isTypeChange(FileDiff file, FileDiff next) {
        return file.status() == FileStatus.DELETED
                && next.status() == FileStatus.ADDED
                && file.path().equals(next.path());
    }

    private boolean add(FileDiff file, FileDiff then) {
        Bytes before = file.oldPath().orElse(file.path()).bytes();
        Bytes after = then.newPath().orElse(then.path()).bytes();
        boolean isNew = file.status() == FileStatus.ADDED;
        boolean isDeleted = then.status() == FileStatus.DELETED;
        text("diff--gita/");
        text(before);
        text("b/");
        text(after);
        if (isNew) {
            mode("newfilemode", then.newMode());
        } else if (isDeleted) {
            mode("deletedfilemode", file.oldMode());
        } else if (then.newMode().isPresent() && !file.oldMode().equals(then.newMode())) {
            mode("oldmode", file.oldMode());
            mode("newmode", then.newMode());
        }
        boolean known = true;
        if (file.isBinary() || then.isBinary()) {
            known = id(file.oldId()) && id(then.newId());
        } else {
            side("---", isNew, "a/", before);
            side("+++", isDeleted, "b/", after);
            file.hunks().forEach(this::hunk);
            if (then != file) {
                then.hunks().forEach(this::hunk);
            }
        }
        PatchIdDigest.add(digest.digest(), sum);
        return known;
    }

    private void hunk(Hunk hunk) {
        for (HunkLine line : hunk.lines()) {
            text(
                    switch (line.kind()) {
                        case ADDED -> "+";
                        case DELETED -> "-";
                        default -> "";
                    });
            text(line.bytes());
        }
    }

    private void side(String signs, boolean isNull, String prefix, Bytes path) {
        text(signs);
        text(isNull ? "/dev/null" : prefix);
        text(isNull ? Bytes.EMPTY : path);
    }

    private void mode(String what, Optional<FileMode> mode) {
        text(what);
        mode.ifPresent(known -> text(known.toString()));
    }

    private boolean id(Optional<String> id) {
        id.ifPresent(this::text);
        return id.isPresent() && (id.get().length() == 40 || id.get().length() == 64);
    }

    private void text(String text) {
        digest.update(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void text(Bytes bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            byte b = bytes.at(i);
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                digest.update(b);
            }
        }
    }
}
