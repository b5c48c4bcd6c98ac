package io.github.patchwork4j.mbox.compare;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.HunkLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What two diffs of a file tell about the file that both change: some of its lines.
 *
 * <p>If they were made from two states of the file, it is the state of the first diff that counts; the hunks of the second are
 * put where their lines are found, as far as these are known.
 */
final class BaseLines {
    private static final int CONTRADICTION = Integer.MIN_VALUE;
    /** A line like a closing brace is everywhere. */
    private static final int TELLING_LENGTH = 4;

    private static final int NEAR = 50;

    private final Map<Integer, Bytes> lines = new HashMap<>();
    private final Map<Bytes, List<Integer>> places = new HashMap<>();
    private final Steps steps;

    BaseLines(List<Edit> edits, Steps steps) {
        this.steps = steps;
        edits.forEach(this::add);
    }

    /** Takes the old lines of an edit; what is known already stays. */
    void add(Edit edit) {
        int at = edit.start();
        for (HunkLine line : edit.lines()) {
            if (line.kind() != HunkLine.Kind.ADDED) {
                Bytes bytes = line.bytes();
                if (lines.putIfAbsent(at, bytes) == null && tells(bytes)) {
                    places.computeIfAbsent(bytes, unknown -> new ArrayList<>()).add(at);
                }
                at++;
            }
        }
    }

    private static boolean tells(Bytes line) {
        int visible = 0;
        for (int i = 0; i < line.length() && visible < TELLING_LENGTH; i++) {
            visible += line.at(i) > ' ' || line.at(i) < 0 ? 1 : 0;
        }
        return visible == TELLING_LENGTH;
    }

    /** Returns lines that are all known. */
    List<Bytes> slice(int from, int to) {
        List<Bytes> slice = new ArrayList<>();
        for (int at = from; at < to; at++) {
            slice.add(Objects.requireNonNull(lines.get(at)));
        }
        return slice;
    }

    /** Tells whether all lines before one are known. */
    boolean isWhole(int end) {
        return lines.size() == end - 1;
    }

    /** Tells whether edits where they say they are contradict no line that is known. */
    boolean agreeWith(List<Edit> edits) {
        for (Edit edit : edits) {
            int at = edit.start();
            for (HunkLine line : edit.lines()) {
                if (line.kind() != HunkLine.Kind.ADDED) {
                    Bytes known = lines.get(at++);
                    if (known != null && !known.equals(line.bytes())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Returns edits of another state of the file where they belong in this one; null if one of them belongs nowhere. */
    @Nullable List<Edit> place(List<Edit> edits) {
        List<Edit> placed = new ArrayList<>();
        int offset = 0;
        int first = 1;
        for (Edit edit : edits) {
            int start = find(edit, Math.max(edit.start() + offset, first), first);
            if (start == 0 || steps.areSpent()) {
                return null;
            }
            placed.add(edit.at(start));
            offset = start - edit.start();
            first = start + edit.size();
        }
        return placed;
    }

    /** Where most of an edit's lines are is its place; where nothing is known, the expected place is as good as any. */
    private int find(Edit edit, int expected, int first) {
        Map<Integer, Integer> votes = new HashMap<>();
        int telling = 0;
        int index = 0;
        for (HunkLine line : edit.lines()) {
            if (line.kind() != HunkLine.Kind.ADDED) {
                telling += tells(line.bytes()) ? 1 : 0;
                List<Integer> found = places.getOrDefault(line.bytes(), List.of());
                steps.spend(1 + found.size());
                for (int i = 0; i < found.size() && !steps.areSpent(); i++) {
                    votes.merge(found.get(i) - index, 1, Integer::sum);
                }
                index++;
            }
        }
        int best = expected;
        int bestAgreement = agreement(edit, expected);
        boolean possible = bestAgreement >= 0;
        for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
            int start = vote.getKey();
            // Far from where the edit could be, one line that is found again does not tell much.
            boolean counts = !possible || vote.getValue() * 2 > telling || Math.abs(start - expected) <= NEAR;
            if (start < first || !counts || steps.areSpent()) {
                continue;
            }
            int agreement = agreement(edit, start);
            boolean nearer = Math.abs(start - expected) < Math.abs(best - expected);
            if (agreement > bestAgreement || (agreement == bestAgreement && nearer)) {
                best = start;
                bestAgreement = agreement;
            }
        }
        return bestAgreement < 0 ? 0 : best;
    }

    /** Counts the lines that are known to be there, less the context that is known to be different. */
    private int agreement(Edit edit, int start) {
        int agreement = 0;
        int at = start;
        for (HunkLine line : edit.lines()) {
            if (line.kind() == HunkLine.Kind.ADDED) {
                continue;
            }
            Bytes known = lines.get(at++);
            boolean same = known != null && known.equals(line.bytes());
            if (known != null && !same && line.kind() == HunkLine.Kind.DELETED) {
                return CONTRADICTION;
            }
            agreement += known == null ? 0 : same ? 1 : -1;
        }
        steps.spend(edit.size());
        return agreement;
    }
}
