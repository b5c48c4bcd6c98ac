package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.mbox.patch.PatchFooter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out how series of one sender and title follow each other: as versions, as the same again, or as parts of each other. */
final class VersionFinder {
    /** What versions of one series have in common. */
    private record Title(String sender, String title, int total) {}

    /** Prefixes that tell how far a series has come; the others are of lists and trees. */
    private static final Set<String> STAGES = Set.of("rfc", "rft", "wip", "draft");

    private VersionFinder() {}

    static void find(List<Draft> drafts) {
        merge(drafts);
        Map<MessageId, Draft> byId = byId(drafts);
        Map<Title, Draft> last = new HashMap<>();
        Map<String, Draft> changes = new HashMap<>();
        List<Draft> byDate = new ArrayList<>(drafts);
        byDate.sort(Comparator.comparing(
                        (Draft draft) -> draft.first().date(), Comparator.comparing(date -> date.orElse(Instant.MAX)))
                .thenComparing(draft -> draft.first().place()));
        for (Draft draft : byDate) {
            PatchFooter footer = draft.footer();
            boolean continues = continueChange(draft, footer, changes);
            boolean isTold = supersede(draft, footer, byId) || continues;
            Optional<String> name = draft.name();
            if (name.isPresent() && !name.get().isEmpty() && draft.total() > 0) {
                Draft before = last.put(new Title(draft.first().sender(), name.get(), draft.total()), draft);
                if (before != null) {
                    follow(draft, before, isTold);
                }
            }
            draft.earlier().ifPresent(earlier -> reroll(draft, earlier));
        }
    }

    private static Map<MessageId, Draft> byId(List<Draft> drafts) {
        Map<MessageId, Draft> byId = new HashMap<>();
        for (Draft draft : drafts) {
            draft.members().forEach(member -> member.posting().id().ifPresent(id -> byId.putIfAbsent(id, draft)));
        }
        return byId;
    }

    /** Goes by what a series says itself of the one whose place it takes; returns whether it says so. */
    private static boolean supersede(Draft draft, PatchFooter footer, Map<MessageId, Draft> byId) {
        for (String id : footer.supersedes()) {
            Draft older = byId.get(MessageId.of(id));
            if (older != null && older != draft) {
                comeAfter(draft, older, "it says that it supersedes " + id);
                return true;
            }
        }
        return false;
    }

    /** Goes by the change id, which b4 gives to a series and keeps for its versions; returns whether there is an older one. */
    private static boolean continueChange(Draft draft, PatchFooter footer, Map<String, Draft> changes) {
        Optional<String> change = footer.changeId();
        Draft older = change.isEmpty() ? null : changes.put(change.get(), draft);
        if (older == null || isSentAgain(draft, older)) {
            return false;
        }
        comeAfter(draft, older, "it has the change id of " + SmartGrouping.idOf(older.first()));
        return true;
    }

    private static void comeAfter(Draft draft, Draft older, String reason) {
        boolean silent = draft.isSilent() && draft.version() <= older.version();
        draft.remark(
                reason + (silent ? ", so it is the version after that" : ", which is version " + older.revision()));
        if (silent) {
            draft.setVersion(older.version() + 1);
        }
    }

    private static void follow(Draft draft, Draft before, boolean isTold) {
        boolean silent = !isTold && draft.isSilent();
        if (draft.first().subject().isResend() || isSentAgain(draft, before)) {
            draft.remark("it was sent before, as " + SmartGrouping.idOf(before.first()));
            if (silent) {
                draft.setVersion(before.version());
            }
        } else if (silent && !before.patches().isEmpty() && !draft.patches().isEmpty()) {
            if (isForAnotherTree(draft, before)) {
                draft.remark("it has the title of " + SmartGrouping.idOf(before.first()) + ", but is for another tree");
                return;
            }
            draft.setVersion(before.version() + 1);
            draft.remark("guessed: it names no version, and is taken for the one after that of "
                    + SmartGrouping.idOf(before.first()));
        } else if (!isTold && draft.earlier().isEmpty() && draft.version() > before.version()) {
            draft.remark("it has the sender and title of version " + before.revision());
        }
    }

    /** Tells whether the same patches come again, be it that the first time not all of them were sent. */
    private static boolean isSentAgain(Draft draft, Draft before) {
        boolean fewer = !before.isComplete()
                && before.patches().size() < draft.patches().size();
        return fewer ? isWithin(before, draft) : isWithin(draft, before);
    }

    private static boolean isWithin(Draft part, Draft whole) {
        return !part.patches().isEmpty()
                && part.patches().entrySet().stream().allMatch(entry -> {
                    Draft.Member there = whole.patches().get(entry.getKey());
                    return there != null && entry.getValue().posting().changesTheSameAs(there.posting());
                });
    }

    /** Tells whether both name trees in their prefixes, and none that the other names. */
    private static boolean isForAnotherTree(Draft draft, Draft before) {
        Set<String> trees = trees(draft);
        Set<String> others = trees(before);
        return !trees.isEmpty() && !others.isEmpty() && Collections.disjoint(trees, others);
    }

    private static Set<String> trees(Draft draft) {
        return draft.first().subject().prefixes().stream()
                .map(prefix -> prefix.toLowerCase(Locale.ROOT))
                .filter(prefix -> !STAGES.contains(prefix) && !prefix.startsWith("resen"))
                .collect(Collectors.toSet());
    }

    /** A patch that was sent once more into its thread takes the place of the one before. */
    private static void merge(List<Draft> drafts) {
        Set<Draft> merged = new HashSet<>();
        for (Draft draft : drafts) {
            Optional<Draft> earlier = draft.earlier().filter(older -> isPartOf(draft, older));
            if (earlier.isPresent() && !merged.contains(earlier.get())) {
                for (Draft.Member member : draft.patches().values()) {
                    replace(earlier.get(), member);
                }
                merged.add(draft);
            }
        }
        drafts.removeAll(merged);
    }

    private static boolean isPartOf(Draft draft, Draft older) {
        return draft.cover().isEmpty()
                && draft.first().isNumbered()
                && !draft.isComplete()
                && draft.total() == older.total()
                && draft.first().revision().equals(older.first().revision())
                && draft.patches().entrySet().stream().allMatch(entry -> {
                    Draft.Member there = older.patches().get(entry.getKey());
                    return there != null && title(there).equals(title(entry.getValue()));
                });
    }

    private static String title(Draft.Member member) {
        return member.posting().subject().title();
    }

    private static void replace(Draft draft, Draft.Member again) {
        int number = again.posting().number();
        Draft.Member there = draft.patches().get(number);
        boolean later = there == null || !isBefore(again.posting(), there.posting());
        if (later) {
            draft.add(
                    new Draft.Member(again.posting(), Basis.REFERENCE, "it was sent once more, into the same thread"));
        }
        draft.remark("patch " + number + " came more than once; the latest counts, not "
                + SmartGrouping.idOf(later && there != null ? there.posting() : again.posting()));
    }

    private static boolean isBefore(Posting one, Posting other) {
        return one.date().isPresent()
                && other.date().isPresent()
                && one.date().get().isBefore(other.date().get());
    }

    /** Tells how a version stands to the one that it answers. */
    private static void reroll(Draft draft, Draft earlier) {
        boolean later = draft.version() > earlier.version()
                || (draft.version() == earlier.version() && isMinor(draft) && !isMinor(earlier));
        if (!later) {
            return;
        }
        boolean partial = draft.cover().isEmpty()
                && !draft.isComplete()
                && draft.total() == earlier.total()
                && earlier.patches().keySet().containsAll(draft.patches().keySet());
        draft.remark(
                partial
                        ? "it is a partial reroll: the patches that are missing stand as in version "
                                + earlier.revision()
                        : "it answers version " + earlier.revision());
    }

    /** Tells whether its version is one such as 2.1. */
    private static boolean isMinor(Draft draft) {
        return draft.revision().contains(".");
    }
}
