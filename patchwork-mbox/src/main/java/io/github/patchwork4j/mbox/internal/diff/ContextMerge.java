package io.github.patchwork4j.mbox.internal.diff;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts the two halves of a context diff's hunk together to a unified hunk. */
public final class ContextMerge {
    private final ContextHalf before;
    private final ContextHalf after;
    private final ByteSink body = new ByteSink(256);
    private int context;
    private int deleted;
    private int added;
    private boolean fits = true;

    /**
     * Begins with two halves, either of which may have no lines.
     *
     * @param before the old lines
     * @param after the new lines
     */
    public ContextMerge(ContextHalf before, ContextHalf after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Makes the unified hunk.
     *
     * @param section the text behind the line of stars, with the space before it
     * @return the hunk, its header with it
     */
    public Bytes unified(Bytes section) {
        int old = 0;
        int young = 0;
        while (old < before.size() || young < after.size()) {
            old = takeChanged(before, old, '-');
            young = takeChanged(after, young, '+');
            if (old < before.size() && young < after.size()) {
                fits &= isSame(old, young);
                old = take(before, old, ' ');
                young = pass(after, young);
                context++;
            } else if (old < before.size() || young < after.size()) {
                // Only where the other half is left out is this as it should be.
                fits &= before.size() == 0 || after.size() == 0;
                old = old < before.size() ? take(before, old, ' ') : old;
                young = young < after.size() ? take(after, young, ' ') : young;
                context++;
            }
        }
        fits &= before.fits(context + deleted) && after.fits(context + added);
        String header = "@@ -" + before.first() + "," + (context + deleted) + " +" + after.first() + ","
                + (context + added) + " @@";
        ByteSink hunk = new ByteSink(header.length() + section.length() + 64);
        hunk.write(Bytes.of(header.getBytes(StandardCharsets.US_ASCII)));
        hunk.write(section);
        hunk.write('\n');
        hunk.write(body.toBytes());
        return hunk.toBytes();
    }

    /**
     * Tells whether the halves have the same context, and as many lines as their ranges say.
     *
     * @return whether they fit, known once {@link #unified} has been called
     */
    public boolean fits() {
        return fits;
    }

    /**
     * Returns how many lines only the new half has.
     *
     * @return the count
     */
    public int addedLines() {
        return added;
    }

    /**
     * Returns how many lines only the old half has.
     *
     * @return the count
     */
    public int deletedLines() {
        return deleted;
    }

    private int takeChanged(ContextHalf half, int from, char marker) {
        int at = from;
        while (at < half.size() && half.isChanged(at)) {
            at = take(half, at, marker);
            deleted += marker == '-' ? 1 : 0;
            added += marker == '+' ? 1 : 0;
        }
        return at;
    }

    /** Writes a line and what is said about its line feed; returns the index of the next line. */
    private int take(ContextHalf half, int index, char marker) {
        byte[] array = half.array();
        body.write(marker);
        int from = textFrom(half, index);
        body.write(array, from, lineEnd(half, index) - from);
        body.write('\n');
        int next = pass(half, index);
        for (int i = index + 1; i < next; i++) {
            body.write(array, half.start(i), lineEnd(half, i) - half.start(i));
            body.write('\n');
        }
        return next;
    }

    private static int pass(ContextHalf half, int index) {
        int next = index + 1;
        while (next < half.size() && half.isMarker(next)) {
            next++;
        }
        return next;
    }

    private boolean isSame(int old, int young) {
        byte[] array = before.array();
        int oldTo = lineEnd(before, old);
        int youngTo = lineEnd(after, young);
        return Arrays.equals(array, textFrom(before, old), oldTo, array, textFrom(after, young), youngTo);
    }

    private static int textFrom(ContextHalf half, int index) {
        return Math.min(half.start(index) + 2, lineEnd(half, index));
    }

    private static int lineEnd(ContextHalf half, int index) {
        int at = half.start(index);
        while (at < half.end() && half.array()[at] != '\n') {
            at++;
        }
        return at;
    }
}
