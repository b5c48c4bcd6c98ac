package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The hash by which Patchwork tells that two patches change the same: the value of {@code hash} in its answers.
 *
 * <p>It is the SHA-1 over the lines of a diff that carry its content. CR is dropped, and so is white space around the whole;
 * of the names the first component is replaced by {@code a} or {@code b} and what follows the first word is dropped; of hunk heads
 * only the counts stay; a line that starts with none of {@code + - space} does not count.
 */
public final class PatchworkHash {
    private PatchworkHash() {}

    /**
     * Hashes a diff as Patchwork does after it has decoded it.
     *
     * @param diff the text of a diff
     * @return 40 hexadecimal digits
     */
    public static String of(String diff) {
        return hash(PythonText.strip(diff.replace("\r", "")), "\n");
    }

    /**
     * Hashes a diff as Patchwork 4.0 does, where no newline follows the lines with names and the heads of hunks. A server that
     * was moved to 4.0 keeps the hashes that {@link #of(String)} gives for the patches it had.
     *
     * @param diff the text of a diff
     * @return 40 hexadecimal digits
     */
    public static String ofPatchwork4(String diff) {
        return hash(PythonText.strip(diff.replace("\r", "")), "");
    }

    /**
     * Hashes a diff as {@code b4} does when it asks a Patchwork server for a patch: CR stays, and so does white space around the
     * whole. Equal to {@link #of(String)} for most diffs, but not for those that begin or end in an empty context line.
     *
     * @param diff the text of a diff
     * @return 40 hexadecimal digits
     */
    public static String asB4(String diff) {
        return hash(diff, "\n");
    }

    private static String hash(String text, String headEnd) {
        StringBuilder hashed = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int end = PythonText.lineEnd(text, at);
            line(text.substring(at, end), headEnd, hashed);
            at = end + 1;
        }
        byte[] digest = sha1().digest(hashed.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    /**
     * Hashes a diff that is in UTF-8.
     *
     * @param diff the bytes of a diff
     * @return 40 hexadecimal digits
     */
    public static String of(Bytes diff) {
        return of(diff.utf8());
    }

    private static void line(String line, String headEnd, StringBuilder hashed) {
        Optional<HunkHead> head = HunkHead.parse(line);
        boolean isName = (line.startsWith("--- ") || line.startsWith("+++ "))
                && line.length() > 4
                && !PythonText.isSpace(line.charAt(4));
        if (isName) {
            name(line, hashed);
            hashed.append(headEnd);
        } else if (head.isPresent()) {
            hashed.append("@@ -").append(head.get().oldCount());
            hashed.append(" +").append(head.get().newCount()).append(" @@").append(headEnd);
        } else if (!line.isEmpty() && "-+ ".indexOf(line.charAt(0)) >= 0) {
            hashed.append(line).append('\n');
        }
    }

    private static void name(String line, StringBuilder hashed) {
        int end = 4;
        while (end < line.length() && !PythonText.isSpace(line.charAt(end))) {
            end++;
        }
        int slash = line.indexOf('/', 4);
        boolean hasSlash = slash >= 0 && slash < end;
        hashed.append(line, 0, 4).append(line.charAt(0) == '-' ? "a/" : "b/");
        hashed.append(line, hasSlash ? slash + 1 : end, end);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
