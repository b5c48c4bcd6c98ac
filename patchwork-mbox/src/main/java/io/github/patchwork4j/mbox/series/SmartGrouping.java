package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Groups mails into series as an experienced reader would, and tells why. Where version or total contradict each other, series
 * stay apart; a patch of another sender is only taken where it answers the series at once; what was guessed is said to be guessed.
 *
 * <p>In which order the mails come makes little difference: all are looked at before the first is judged.
 */
public final class SmartGrouping {
    private final List<Posting> postings;
    private final Threads threads;

    private SmartGrouping(Iterable<Mail> mails) {
        this.postings = new ArrayList<>();
        StreamSupport.stream(mails.spliterator(), false)
                .forEach(mail -> postings.add(new Posting(postings.size(), PatchMail.of(mail, Dialect.GIT))));
        this.threads = new Threads(postings);
    }

    /**
     * Groups mails.
     *
     * @param mails the mails as they came
     * @return the series, by the first of their mails
     */
    public static List<MailSeries> of(Iterable<Mail> mails) {
        return new SmartGrouping(mails).series();
    }

    private List<MailSeries> series() {
        List<Draft> drafts = new SeriesFinder(postings, threads).find();
        Map<Posting, Draft> members = new HashMap<>();
        drafts.forEach(draft -> draft.members().forEach(member -> members.put(member.posting(), draft)));
        new CoverFinder(postings, threads, members).find(drafts);
        for (Posting posting : postings) {
            if (posting.kind() == Posting.Role.PULL_REQUEST && !members.containsKey(posting)) {
                Draft draft = new Draft(posting, null, "it asks to pull and no patches belong to it");
                members.put(posting, draft);
                drafts.add(draft);
            }
        }
        VersionFinder.find(drafts);
        drafts.sort(Comparator.comparingInt(Draft::place));
        Map<Posting, List<PatchMail>> replies = replies(members);
        return drafts.stream().map(draft -> draft.series(replies)).toList();
    }

    /** Finds what each answer answers; the answers of answers find it through them. */
    private Map<Posting, List<PatchMail>> replies(Map<Posting, Draft> members) {
        Map<Posting, List<PatchMail>> replies = new HashMap<>();
        int[] targets = new int[postings.size()];
        for (Posting posting : postings) {
            if (posting.kind() == Posting.Role.OTHER && !members.containsKey(posting)) {
                int target = target(posting.place(), members, targets);
                if (target > 0) {
                    replies.computeIfAbsent(postings.get(target - 1), key -> new ArrayList<>())
                            .add(posting.mail());
                }
            }
        }
        return replies;
    }

    /** The place of the patch or cover letter above a mail plus 1, or -1; 0 in the array stands for not known yet. */
    private int target(int mail, Map<Posting, Draft> members, int[] targets) {
        List<Integer> way = new ArrayList<>();
        int at = mail;
        while (at >= 0 && targets[at] == 0 && !members.containsKey(postings.get(at))) {
            way.add(at);
            at = threads.parent(at);
        }
        int found = at < 0 ? -1 : targets[at] == 0 ? at + 1 : targets[at];
        for (int i = way.size() - 1; i >= 0; i--) {
            found = found < 0 ? further(postings.get(way.get(i)), members) + 1 : found;
            found = found == 0 ? -1 : found;
            targets[way.get(i)] = found;
        }
        return found;
    }

    /** Where no parent is left, a mail may still name a patch further up. */
    private int further(Posting posting, Map<Posting, Draft> members) {
        Optional<Integer> known = posting.parents().stream()
                .map(threads::find)
                .filter(place -> place >= 0 && members.containsKey(postings.get(place)))
                .findFirst();
        return known.orElse(-1);
    }

    /** Tells who sent which mail, for those that look for series. */
    static String idOf(Posting posting) {
        return posting.id().map(MessageId::bracketed).orElse("a mail without id");
    }
}
