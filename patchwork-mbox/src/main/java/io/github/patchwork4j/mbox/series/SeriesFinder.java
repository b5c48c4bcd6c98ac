package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.core.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the series of each patch and cover letter: by references first, then by what its subject says and when it was sent. A
 * mail never goes to a series of another version or total, nor to a place that is taken, and to one of another sender only where it
 * was sent at once to answer its cover letter or first patch.
 */
final class SeriesFinder {
    /** A series goes out at once; within this time mails that look alike belong together. */
    private static final Duration AT_ONCE = PatchworkIntake.DELAY;

    /** Within this time a sender goes on whose mail server stopped in the middle. */
    private static final Duration RETRY = Duration.ofHours(24);

    /** How many series that look alike are looked at. */
    private static final int CANDIDATES = 16;

    private final List<Posting> postings;
    private final Threads threads;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Reference, Draft> byReference = new HashMap<>();
    private final Map<Reference, Draft> byMember = new HashMap<>();
    private final Map<Shape, List<Draft>> byShape = new HashMap<>();
    private final Map<Reroll, Draft> rerolls = new HashMap<>();
    private final Map<Posting, Draft> members = new HashMap<>();

    /** What the mails of a series have in common; an empty revision stands for any. */
    private record Shape(String sender, String revision, int total) {
        static Shape of(Posting posting) {
            return new Shape(posting.sender(), posting.revision(), posting.total());
        }

        Shape ofAnyRevision() {
            return new Shape(sender, "", total);
        }
    }

    /** A mail that the mails of a series refer to. */
    private record Reference(MessageId id, Shape shape) {}

    /** A later version of a series. */
    private record Reroll(Draft earlier, Shape shape) {}

    SeriesFinder(List<Posting> postings, Threads threads) {
        this.postings = postings;
        this.threads = threads;
    }

    List<Draft> find() {
        // As they were sent, whenever they came. Cover letters first: patches that came before theirs shall find it.
        List<Posting> sent = new ArrayList<>(postings);
        sent.sort(Comparator.comparing(posting -> posting.date().orElse(Instant.MAX)));
        for (Posting posting : sent) {
            if (posting.kind() == Posting.Role.COVER && isFirstOfItsId(posting)) {
                place(posting);
            }
        }
        List<Posting> byOthers = new ArrayList<>();
        for (Posting posting : sent) {
            if (posting.kind() == Posting.Role.PATCH && isFirstOfItsId(posting)) {
                if (headOfAnother(posting) == null) {
                    place(posting);
                } else {
                    byOthers.add(posting);
                }
            }
        }
        byOthers.forEach(this::place);
        for (Posting posting : postings) {
            if (!isFirstOfItsId(posting)) {
                Draft draft = members.get(postings.get(threads.find(posting.id().orElseThrow())));
                if (draft != null) {
                    draft.remark("the mail " + SmartGrouping.idOf(posting) + " came more than once");
                }
            }
        }
        return drafts;
    }

    private boolean isFirstOfItsId(Posting posting) {
        return posting.id().map(threads::find).orElse(posting.place()) == posting.place();
    }

    private void place(Posting posting) {
        Found found = posting.isNumbered() ? find(posting) : null;
        if (found == null) {
            register(posting, begin(posting));
            return;
        }
        found.draft().add(new Draft.Member(posting, found.basis(), found.why()));
        if (found.basis() == Basis.HEURISTIC) {
            found.draft().remark("guessed: patch " + posting.number() + " goes on where the first try to send stopped");
        }
        register(posting, found.draft());
    }

    private @Nullable Found find(Posting posting) {
        Found referred = referred(posting);
        if (referred != null && referred.draft().hasRoomFor(posting)) {
            return referred;
        }
        Found rerolled = rerolled(posting);
        if (rerolled != null && rerolled.draft().hasRoomFor(posting)) {
            return rerolled;
        }
        Draft led = ledByAnother(posting);
        if (led != null) {
            led.remark("patch " + posting.number() + " is from another sender: " + posting.sender());
            return new Found(
                    led, Basis.REFERENCE, "it answers the first mail of the series, with its version and total");
        }
        return referred == null ? alike(posting) : null;
    }

    /** The series whose first mail, of another sender, a patch was sent to answer: authors send their own patches of it. */
    private @Nullable Draft ledByAnother(Posting posting) {
        Posting head = headOfAnother(posting);
        Draft draft = head == null ? null : members.get(head);
        return draft != null && draft.hasRoomFor(posting) && draft.isNear(posting, AT_ONCE) ? draft : null;
    }

    /** The cover letter or first patch that a patch answers, if that is not its sender's but has its version and total. */
    private @Nullable Posting headOfAnother(Posting posting) {
        for (MessageId id : posting.isNumbered() ? posting.parents() : List.<MessageId>of()) {
            int place = threads.find(id);
            Posting above = place < 0 ? posting : postings.get(place);
            boolean isHead = above.kind() == Posting.Role.COVER
                    || (above.kind() == Posting.Role.PATCH && above.number() == 1 && above.isNumbered());
            if (isHead && above != posting) {
                Shape own = Shape.of(posting);
                boolean fits = own.total() == above.total() && own.revision().equals(above.revision());
                return fits && !own.sender().equals(above.sender()) ? above : null;
            }
        }
        return null;
    }

    /** A series that may be the mail's. */
    private record Found(Draft draft, Basis basis, String why) {}

    private @Nullable Found referred(Posting posting) {
        Shape shape = Shape.of(posting);
        List<MessageId> ids = new ArrayList<>();
        posting.id().ifPresent(ids::add);
        ids.addAll(posting.parents());
        for (MessageId id : ids) {
            Draft draft = byReference.get(new Reference(id, shape));
            String why = posting.id().filter(id::equals).isPresent()
                    ? "a mail of the series refers to it"
                    : "it and the series refer to " + id.bracketed();
            if (draft != null) {
                return new Found(draft, Basis.REFERENCE, why);
            }
            Draft other = byMember.get(new Reference(id, shape.ofAnyRevision()));
            if (other != null && lacksVersion(posting, other)) {
                return new Found(other, Basis.REFERENCE, why + "; only one of the two names a version");
            }
        }
        return null;
    }

    /** A cover letter with a version and patches without, or the other way round, sent at once. */
    private static boolean lacksVersion(Posting posting, Draft draft) {
        boolean silent = posting.subject().version().isEmpty();
        boolean silentCover =
                draft.first().subject().version().isEmpty() && draft.patches().isEmpty();
        return draft.hasRoomFor(posting) && (silent || (silentCover && draft.isNear(posting, AT_ONCE)));
    }

    /** Patches that each answer their older version belong together. */
    private @Nullable Found rerolled(Posting posting) {
        Draft earlier = answered(posting);
        Draft draft = earlier == null ? null : rerolls.get(new Reroll(earlier, Shape.of(posting)));
        return draft == null ? null : new Found(draft, Basis.REFERENCE, "it answers the same older series");
    }

    /** The series of the nearest mail above that is in one, if it is the sender's. */
    private @Nullable Draft answered(Posting posting) {
        for (MessageId id : posting.parents()) {
            int place = threads.find(id);
            Draft draft = place < 0 ? null : members.get(postings.get(place));
            if (draft != null && draft.first().place() != posting.place()) {
                return draft.first().sender().equals(posting.sender()) ? draft : null;
            }
        }
        return null;
    }

    private @Nullable Found alike(Posting posting) {
        if (posting.parents().stream().anyMatch(id -> threads.find(id) >= 0)) {
            return null;
        }
        List<Draft> like = byShape.getOrDefault(Shape.of(posting), List.of());
        Draft nearest = null;
        for (int i = like.size() - 1; i >= Math.max(0, like.size() - CANDIDATES); i--) {
            Draft draft = like.get(i);
            boolean fits = draft.hasRoomFor(posting) && draft.isNear(posting, AT_ONCE);
            if (fits && (nearest == null || isNearer(posting, draft, nearest))) {
                nearest = draft;
            }
        }
        if (nearest != null) {
            String why = "no reference leads to it, but sender, version, total and time are those of the series";
            return new Found(nearest, Basis.MARKERS, why);
        }
        Draft last = like.isEmpty() ? null : like.get(like.size() - 1);
        boolean goesOn = last != null
                && last.hasRoomFor(posting)
                && !last.patches().isEmpty()
                && last.patches().lastKey() == posting.number() - 1
                && last.isNear(posting, RETRY);
        return goesOn
                ? new Found(Objects.requireNonNull(last), Basis.HEURISTIC, "its number is the next of the series")
                : null;
    }

    /** Of two series that were sent one after the other, a mail is of the one that was sent at its time. */
    private static boolean isNearer(Posting posting, Draft draft, Draft other) {
        int order = draft.distance(posting).compareTo(other.distance(posting));
        return order < 0
                || (order == 0
                        && draft.first().place() < posting.place()
                        && other.first().place() > posting.place());
    }

    private Draft begin(Posting posting) {
        Draft earlier = answered(posting);
        String why = earlier == null ? "no series was there for it" : "it answers an older series";
        Draft draft = new Draft(posting, earlier, why);
        drafts.add(draft);
        if (earlier != null) {
            rerolls.putIfAbsent(new Reroll(earlier, Shape.of(posting)), draft);
            contradiction(draft, earlier);
        }
        if (posting.isNumbered()) {
            byShape.computeIfAbsent(Shape.of(posting), key -> new ArrayList<>()).add(draft);
        }
        return draft;
    }

    private static void contradiction(Draft draft, Draft earlier) {
        boolean sameVersion = draft.first().revision().equals(earlier.first().revision());
        if (sameVersion && draft.first().isNumbered() && draft.total() != earlier.total()) {
            draft.remark("it answers a series of " + earlier.total() + " patches and says that it is of "
                    + draft.total() + "; they were kept apart");
        }
    }

    private void register(Posting posting, Draft draft) {
        members.put(posting, draft);
        Shape own = Shape.of(posting);
        posting.id().ifPresent(id -> {
            // What is in a series is found there, whatever else refers to it.
            byReference.put(new Reference(id, own), draft);
            byReference.put(new Reference(id, Shape.of(draft.first())), draft);
            byMember.put(new Reference(id, own.ofAnyRevision()), draft);
        });
        if (posting.isNumbered()) {
            posting.parents().forEach(id -> byReference.putIfAbsent(new Reference(id, own), draft));
        }
    }
}
