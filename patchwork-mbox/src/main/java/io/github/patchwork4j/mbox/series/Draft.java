package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.mbox.patch.PatchFooter;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A series while its mails are being looked for. */
final class Draft {
    /** A mail and why it is here. */
    record Member(Posting posting, Basis basis, String why) {}

    private final Posting first;
    private final TreeMap<Integer, Member> patches = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final @Nullable Draft earlier;
    private @Nullable Member cover;
    private int version;
    private @Nullable Instant from;
    private @Nullable Instant to;

    /**
     * Starts a series.
     *
     * @param earlier the series that the first mail answers, if it answers one of the same sender
     */
    Draft(Posting first, @Nullable Draft earlier, String why) {
        this.first = first;
        this.earlier = earlier;
        this.version = first.subject().version().orElse(1);
        add(new Member(first, Basis.FIRST, why));
        first.subject()
                .revision()
                .filter(revision -> revision.contains("."))
                .ifPresent(revision -> remark("its version is written v" + revision));
    }

    void add(Member member) {
        if (member.posting().number() == 0 && member.posting().kind() != Posting.Role.PATCH) {
            cover = member;
        } else {
            patches.put(member.posting().number(), member);
        }
        if (first.subject().version().isEmpty() && version == 1) {
            version = member.posting().subject().version().orElse(1);
        }
        Instant date = member.posting().date().orElse(null);
        if (date != null) {
            from = from == null || date.isBefore(from) ? date : from;
            to = to == null || date.isAfter(to) ? date : to;
        }
    }

    void setCover(Member member) {
        cover = member;
    }

    /** Tells whether a mail's place is still empty. */
    boolean hasRoomFor(Posting posting) {
        return posting.kind() == Posting.Role.PATCH ? !patches.containsKey(posting.number()) : cover == null;
    }

    /** Tells whether a mail was sent within a time of one of these. */
    boolean isNear(Posting posting, Duration most) {
        return posting.date().isPresent() && from != null && distance(posting).compareTo(most) <= 0;
    }

    /** How long before the first or behind the last of these a mail was sent; nothing if in between, or if that is not known. */
    Duration distance(Posting posting) {
        Instant date = posting.date().orElse(null);
        Instant earliest = from;
        Instant latest = to;
        if (date == null || earliest == null || latest == null) {
            return Duration.ZERO;
        }
        Duration before = Duration.between(date, earliest);
        Duration after = Duration.between(latest, date);
        Duration longest = before.compareTo(after) > 0 ? before : after;
        return longest.isNegative() ? Duration.ZERO : longest;
    }

    void remark(String text) {
        remarks.add(text);
    }

    /** The place of the earliest of its mails. */
    int place() {
        return members().stream()
                .mapToInt(member -> member.posting().place())
                .min()
                .orElse(first.place());
    }

    Posting first() {
        return first;
    }

    Optional<Draft> earlier() {
        return Optional.ofNullable(earlier);
    }

    int version() {
        return version;
    }

    void setVersion(int version) {
        this.version = version;
    }

    NavigableMap<Integer, Member> patches() {
        return patches;
    }

    Optional<Member> cover() {
        return Optional.ofNullable(cover);
    }

    List<Member> members() {
        List<Member> members = new ArrayList<>(patches.values());
        cover().ifPresent(members::add);
        return members;
    }

    /** What the cover letter, or else the first patch, says below its message. */
    PatchFooter footer() {
        Member first = cover != null
                ? cover
                : patches.isEmpty() ? null : patches.firstEntry().getValue();
        return first == null
                ? new PatchFooter(List.of())
                : PatchFooter.parse(first.posting().mail().message() + "\n"
                        + first.posting().mail().notes());
    }

    /** Tells whether none of its mails names a version. */
    boolean isSilent() {
        return members().stream()
                .allMatch(member -> member.posting().subject().version().isEmpty());
    }

    /** The version as it is written, or as it was found out. */
    String revision() {
        return first.subject()
                .revision()
                .filter(revision -> revision.contains("."))
                .orElse(String.valueOf(version));
    }

    int total() {
        return first.total();
    }

    boolean isComplete() {
        return total() > 0
                && patches.size() >= total()
                && patches.headMap(total(), true).tailMap(1, true).size() == total();
    }

    /** The title of the cover letter or of patch 1. */
    Optional<String> name() {
        Member named = cover != null ? cover : patches.get(1);
        return Optional.ofNullable(named)
                .map(member -> member.posting().subject().title());
    }

    MailSeries series(Map<Posting, List<PatchMail>> replies) {
        List<String> all = new ArrayList<>(remarks);
        String extra = patches.keySet().stream()
                .filter(number -> total() > 0 && number > total())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!extra.isEmpty()) {
            all.add("more patches than the " + total() + " announced: " + extra);
        }
        return new MailSeries(
                name(),
                version,
                total(),
                first.mail().mail().from(),
                Optional.ofNullable(from),
                cover().map(member -> shown(member, replies)),
                patches.values().stream().map(member -> shown(member, replies)).toList(),
                all);
    }

    private static SeriesMail shown(Member member, Map<Posting, List<PatchMail>> replies) {
        Posting posting = member.posting();
        List<PatchMail> answers = replies.getOrDefault(posting, List.of());
        return new SeriesMail(posting.number(), posting.mail(), member.basis(), member.why(), answers);
    }
}
