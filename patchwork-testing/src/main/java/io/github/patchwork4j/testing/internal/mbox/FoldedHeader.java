package io.github.patchwork4j.testing.internal.mbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Folds one header field at 78 characters. Lines that came folded stay as they are unless they are too long; a long line is
 * broken at its last semicolon, else at its last comma, else at its last white space.
 */
public final class FoldedHeader {
    private static final int WIDTH = 78;
    private static final String BREAKS = ";, \t";

    private final List<String> lines = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private String start;

    private FoldedHeader(String start) {
        this.start = start;
    }

    /**
     * Folds a field.
     *
     * @param name the name
     * @param value the value, with the line ends that it came with
     * @return the field with its folding, without a line end after it
     */
    public static String fold(String name, String value) {
        FoldedHeader folded = new FoldedHeader(name + ": ");
        String[] received = value.split("\n", -1);
        for (String line : received) {
            folded.line(Word.split(line), received.length > 1);
        }
        return String.join("\n", folded.lines);
    }

    /** Adds a line; where there are several, each loses a single space at its end. */
    private void line(List<Word> line, boolean amongOthers) {
        int size = line.size();
        boolean spaceAtEnd = amongOthers && size > 0 && line.get(size - 1).equals(new Word(" ", ""));
        for (Word word : spaceAtEnd ? line.subList(0, size - 1) : line) {
            words.add(word);
            if (length() > WIDTH) {
                breakLine();
            }
        }
        endLine();
    }

    private void endLine() {
        String text = text(words);
        if (!start.isEmpty() || !text.isBlank()) {
            lines.add(start + text);
        } else if (!lines.isEmpty()) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + text);
        }
        words = new ArrayList<>();
        start = "";
    }

    private void breakLine() {
        int place = breakPlace();
        if (place > 0) {
            List<Word> rest = new ArrayList<>(words.subList(place, words.size()));
            words = words.subList(0, place);
            endLine();
            words = rest;
        } else if (!start.isEmpty()) {
            Word last = words.remove(words.size() - 1);
            endLine();
            words.add(last.space().isEmpty() ? new Word(" ", last.text()) : last);
        }
    }

    /** Returns the index of the word that the next line starts with, or 0. */
    private int breakPlace() {
        for (int kind = 0; kind < BREAKS.length(); kind++) {
            char character = BREAKS.charAt(kind);
            for (int i = words.size() - 1; i > 0; i--) {
                if (words.get(i).space().indexOf(character) == 0
                        || words.get(i - 1).text().endsWith(String.valueOf(character))) {
                    return i;
                }
            }
        }
        return 0;
    }

    private int length() {
        return start.length() + text(words).length();
    }

    private static String text(List<Word> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(word.space()).append(word.text()));
        return text.toString();
    }

    /** A word and the white space before it. */
    private record Word(String space, String text) {

        static List<Word> split(String line) {
            List<Word> words = new ArrayList<>();
            int position = 0;
            while (position < line.length()) {
                int wordStart = skip(line, position, true);
                int wordEnd = skip(line, wordStart, false);
                words.add(new Word(line.substring(position, wordStart), line.substring(wordStart, wordEnd)));
                position = wordEnd;
            }
            return words;
        }

        private static int skip(String line, int from, boolean space) {
            int end = from;
            while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t') == space) {
                end++;
            }
            return end;
        }
    }
}
