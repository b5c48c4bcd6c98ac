package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.core.MessageId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which mail answers which, by the nearest of the mails it refers to that is there. Of several mails with one id only the first
 * is found by it. References that lead in a circle are cut where the circle closes, so that every way up ends.
 */
final class Threads {
    private static final int NONE = -1;

    private final Map<MessageId, Integer> byId = new HashMap<>();
    private final int[] parents;

    /** Joins mails, by their places in the list. */
    Threads(List<Posting> postings) {
        for (int i = 0; i < postings.size(); i++) {
            int place = i;
            postings.get(i).id().ifPresent(id -> byId.putIfAbsent(id, place));
        }
        this.parents = new int[postings.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = nearest(i, postings.get(i).parents());
        }
        cutCircles();
    }

    private int nearest(int mail, List<MessageId> references) {
        for (MessageId reference : references) {
            int found = find(reference);
            if (found != NONE && found != mail) {
                return found;
            }
        }
        return NONE;
    }

    /** Each mail is walked over once: a walk ends where an earlier one has been. */
    private void cutCircles() {
        int[] walk = new int[parents.length];
        Arrays.fill(walk, NONE);
        for (int start = 0; start < parents.length; start++) {
            int at = start;
            while (at != NONE && walk[at] == NONE) {
                walk[at] = start;
                int parent = parents[at];
                if (parent != NONE && walk[parent] == start) {
                    parents[at] = NONE;
                }
                at = parents[at];
            }
        }
    }

    /** The place of the mail with an id, or -1. */
    int find(MessageId id) {
        return byId.getOrDefault(id, NONE);
    }

    /** The place of the mail that a mail answers, or -1. */
    int parent(int mail) {
        return parents[mail];
    }
}
