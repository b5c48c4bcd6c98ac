package io.github.patchwork4j.mbox.series;

import java.util.List;
import java.util.Map;

/**
 * Finds cover letters that do not say 0 of n: pull requests and mails with a diffstat that the patches of their own sender answer.
 */
final class CoverFinder {
    private final List<Posting> postings;
    private final Threads threads;
    private final Map<Posting, Draft> members;

    CoverFinder(List<Posting> postings, Threads threads, Map<Posting, Draft> members) {
        this.postings = postings;
        this.threads = threads;
        this.members = members;
    }

    void find(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.cover().isEmpty() && draft.first().isNumbered()) {
                find(draft);
            }
        }
    }

    private void find(Draft draft) {
        Posting patch = draft.patches().firstEntry().getValue().posting();
        int place = threads.parent(patch.place());
        if (place < 0) {
            return;
        }
        Posting above = postings.get(place);
        boolean free = !members.containsKey(above)
                && above.sender().equals(patch.sender())
                && !above.subject().reply();
        if (free && above.kind() == Posting.Role.PULL_REQUEST) {
            accept(draft, above, "the patches answer this request to pull them");
        } else if (free && threads.parent(place) < 0 && hasDiffstat(above.mail().message())) {
            accept(draft, above, "it has no number, but a diffstat, and the patches answer it");
        }
    }

    private void accept(Draft draft, Posting cover, String why) {
        draft.setCover(new Draft.Member(cover, Basis.HEURISTIC, why));
        members.put(cover, draft);
    }

    /** Tells whether a line sums up changes, such as {@code 3 files changed, 4 insertions(+)}. */
    private static boolean hasDiffstat(String text) {
        return text.contains(" file changed, ") || text.contains(" files changed, ");
    }
}
