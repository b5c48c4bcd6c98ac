package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.diff.PatchIdDigest;
import io.github.patchwork4j.mbox.internal.diff.PatchIdDigest.Kind;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A hash of a patch that does not change with its line numbers, its white space (but for {@link #verbatim}), or the
 * message before it, as
 * {@code git patch-id} makes it.
 *
 * <p>It does change with the number of context lines, and for binaries with the length of the ids in the {@code index}
 * lines. Git takes a line that begins with 40 hexadecimal digits, alone or behind {@code commit} or {@code From}, for the
 * beginning of another patch; so give one patch at a time.
 */
public final class PatchId {
    private final byte[] hash;

    private PatchId(byte[] hash) {
        this.hash = hash;
    }

    /**
     * Returns the id that does not depend on the order of the files ({@code git patch-id --stable}).
     *
     * @param patch a patch, with or without the mail around it
     * @return the id; empty if there is no diff that begins with a line {@code diff …}
     */
    public static Optional<PatchId> stable(Bytes patch) {
        return of(patch, Kind.STABLE);
    }

    /**
     * Returns the id that depends on the order of the files ({@code git patch-id --unstable}).
     *
     * @param patch a patch, with or without the mail around it
     * @return the id; empty if there is no diff that begins with a line {@code diff …}
     */
    public static Optional<PatchId> unstable(Bytes patch) {
        return of(patch, Kind.UNSTABLE);
    }

    /**
     * Returns the id that depends on white space too, and not on the order of the files ({@code git patch-id --verbatim}).
     *
     * @param patch a patch, with or without the mail around it
     * @return the id; empty if there is no diff that begins with a line {@code diff …}
     */
    public static Optional<PatchId> verbatim(Bytes patch) {
        return of(patch, Kind.VERBATIM);
    }

    /**
     * Returns the id by which {@code git format-patch --base} names patches that others need, in lines {@code prerequisite-patch-id:}. It is
     * {@link #stable} where only text changes, but not for new modes, renames, quoted names and binaries.
     *
     * @param diff the diff of one patch, with three lines of context
     * @return the id; empty if there are no files, or if a binary has not its whole ids
     */
    public static Optional<PatchId> prerequisite(Diff diff) {
        return Optional.ofNullable(PrerequisiteDigest.of(diff.files())).map(PatchId::new);
    }

    private static Optional<PatchId> of(Bytes patch, Kind kind) {
        int from = patch.offset();
        PatchIdDigest digest = new PatchIdDigest(patch.array(), from, from + patch.length(), kind);
        return Optional.ofNullable(digest.next()).map(PatchId::new);
    }

    /**
     * Returns the id as git prints it.
     *
     * @return 40 hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PatchId that && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** Returns what {@link #hex()} does. */
    @Override
    public String toString() {
        return hex();
    }
}
