package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;

/**
 * Weighs whether a line such as {@code - - >8 - - cut here - - 8< - -} asks to drop what stands above it (manual of
 * {@code git mailinfo}, {@code --scissors}): it has scissors, is eight characters wide, more than a third of it is perforation, and
 * less than half of that is white space.
 */
final class Scissors {
    private final Bytes line;
    private int first = -1;
    private int last = -1;
    private int blades;
    private int perforation;
    private int gap;

    private Scissors(Bytes line) {
        this.line = line;
    }

    static boolean isOn(Bytes line) {
        Scissors scissors = new Scissors(line);
        scissors.measure();
        // In longs, because a line can be as long as an array.
        int visible = scissors.first < 0 ? 0 : scissors.last - scissors.first + 1;
        return scissors.blades > 0
                && visible >= 8
                && visible < 3L * scissors.perforation
                && 2L * scissors.gap < scissors.perforation;
    }

    private void measure() {
        boolean perforated = false;
        int at = 0;
        while (at < line.length() && line.at(at) != 0) {
            int width = 1;
            if (GitSpace.is(line.at(at))) {
                perforation += perforated ? 1 : 0;
                gap += perforated ? 1 : 0;
            } else {
                first = first < 0 ? at : first;
                last = at;
                boolean blade = isBlade(at);
                width = blade ? 2 : 1;
                blades += blade ? 1 : 0;
                perforated = blade || line.at(at) == '-';
                perforation += perforated ? width : 0;
            }
            at += width;
        }
    }

    private boolean isBlade(int at) {
        return line.startsWith(">8", at)
                || line.startsWith("8<", at)
                || line.startsWith(">%", at)
                || line.startsWith("%<", at);
    }
}
