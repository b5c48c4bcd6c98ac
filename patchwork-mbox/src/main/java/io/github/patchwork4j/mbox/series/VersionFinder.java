package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.core.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out how series of one sender and title follow each other: as versions, as the same again, or as parts of each other. */
final class VersionFinder {
    /** What versions of one series have in common. */
    private record Title(String sender, String title, int total) {}

    private VersionFinder() {}

    static void find(List<Draft> drafts) {
        merge(drafts);
        Map<MessageId, Draft> byId = byId(drafts);
        Map<Title, Draft> last = new HashMap<>();
        List<Draft> byDate = new ArrayList<>(drafts);
        byDate.sort(Comparator.comparing(
                        (Draft draft) -> draft.first().date(), Comparator.comparing(date -> date.orElse(Instant.MAX)))
                .thenComparing(draft -> draft.first().place()));
        for (Draft draft : byDate) {
            boolean isTold = supersede(draft, byId);
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
    private static boolean supersede(Draft draft, Map<MessageId, Draft> byId) {
        for (String id : draft.superseded()) {
            Draft older = byId.get(MessageId.of(id));
            if (older != null && older != draft) {
                boolean silent = draft.first().subject().version().isEmpty() && draft.version() <= older.version();
                draft.remark("it says that it supersedes " + id
                        + (silent ? ", so it is the version after that" : ", which is version " + older.version()));
                if (silent) {
                    draft.setVersion(older.version() + 1);
                }
                return true;
            }
        }
        return false;
    }

    private static void follow(Draft draft, Draft before, boolean isTold) {
        boolean silent = !isTold && draft.first().subject().version().isEmpty();
        boolean same = !draft.patches().isEmpty()
                && draft.patches().entrySet().stream().allMatch(entry -> {
                    Draft.Member older = before.patches().get(entry.getKey());
                    return older != null && entry.getValue().posting().changesTheSameAs(older.posting());
                });
        if (draft.first().subject().isResend() || same) {
            draft.remark("it was sent before, as " + SmartGrouping.idOf(before.first()));
            if (silent) {
                draft.setVersion(before.version());
            }
        } else if (silent && !before.patches().isEmpty() && !draft.patches().isEmpty()) {
            draft.setVersion(before.version() + 1);
            draft.remark("guessed: it names no version, and is taken for the one after that of "
                    + SmartGrouping.idOf(before.first()));
        }
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
        if (draft.version() <= earlier.version()) {
            return;
        }
        boolean partial = draft.cover().isEmpty()
                && !draft.isComplete()
                && draft.total() == earlier.total()
                && earlier.patches().keySet().containsAll(draft.patches().keySet());
        draft.remark(
                partial
                        ? "it is a partial reroll: the patches that are missing stand as in version "
                                + earlier.version()
                        : "it answers version " + earlier.version());
    }
}
