package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.mail.MailHeader;
import io.github.patchwork4j.mbox.patch.DependsOn;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.OriginalSender;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.PatchSubject;
import io.github.patchwork4j.mbox.patch.PatchworkIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Says what a Patchwork server does with the next mail of a project, by the rules of the servers 3.x, or of 4.0, with their
 * quirks. It changes nothing: whoever asks carries out what it says before the next mail comes.
 */
public final class PatchworkIntake {
    /** How many characters of a message id or a name the columns of the servers 3.x hold. */
    public static final int COLUMN = 255;

    /** How far the dates of the patches of one series may be apart if no reference joins them. */
    public static final Duration DELAY = Duration.ofMinutes(20);

    /** Nobody sends more series of one shape within {@link #DELAY}; a flood of them takes no more time than this. */
    private static final int CANDIDATES = 1_000;

    private final ServerState state;
    private final IntakeRules rules;
    private final Optional<String> listAddress;

    private PatchworkIntake(ServerState state, IntakeRules rules, Optional<String> listAddress) {
        this.state = state;
        this.rules = rules;
        this.listAddress = listAddress;
    }

    /**
     * Makes an intake for a project of a server 3.x.
     *
     * @param state what the project already has
     * @return a new intake, which takes senders as From has them
     */
    public static PatchworkIntake of(ServerState state) {
        return new PatchworkIntake(state, IntakeRules.PATCHWORK_3, Optional.empty());
    }

    /**
     * Makes an intake for a project of a server 4.0. Against 3.x a reference only leads to a series of the same version and
     * total whose date is near, covers and patches without a number are put into series by what they have in common, of
     * References the first counts most, nothing is cut, and a Message-Id must have its {@code <>}.
     *
     * @param state what the project already has
     * @return a new intake, which takes senders as From has them
     */
    public static PatchworkIntake ofPatchwork4(ServerState state) {
        return new PatchworkIntake(state, IntakeRules.PATCHWORK_4, Optional.empty());
    }

    /**
     * Names the project's mailing list, so that mails which it sent in its own name are traced to who wrote them.
     *
     * @param address the address of the list
     * @return a new intake
     * @see OriginalSender
     */
    public PatchworkIntake withListAddress(String address) {
        return new PatchworkIntake(state, rules, Optional.of(address));
    }

    /**
     * Decides about a mail.
     *
     * @param mail a mail that was read by the rules of Patchwork for the project
     * @param arrival when it arrives; the date of a mail that has none that can be used
     * @return what the server does
     * @throws IllegalArgumentException if the mail was read by other rules
     */
    public Arrival decide(PatchMail mail, Instant arrival) {
        if (mail.dialect() != Dialect.PATCHWORK) {
            throw new IllegalArgumentException(
                    "a mail for Patchwork must be read by its rules, not those of " + mail.dialect());
        }
        Mail raw = mail.mail();
        Optional<MailAddress> submitter =
                listAddress.isPresent() ? OriginalSender.of(raw, listAddress.get()) : mail.author();
        Optional<String> msgid = PatchworkIds.messageId(raw);
        Optional<String> missing = missing(raw, msgid, submitter);
        if (missing.isPresent()) {
            return new Arrival.Dropped(Arrival.Reason.HEADERS, "it has no usable " + missing.get());
        }
        Optional<Arrival.Dropped> refused = rules.refusal(raw);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (header(raw, "X-Patchwork-Hint").equalsIgnoreCase("ignore")) {
            return new Arrival.Dropped(Arrival.Reason.HINT, "its X-Patchwork-Hint says so");
        }
        if (mail.diff().isEmpty() && mail.message().isEmpty()) {
            return new Arrival.Dropped(Arrival.Reason.EMPTY, "it has neither a diff nor any text");
        }
        Instant date = mail.date().map(when -> when.toInstant()).orElse(arrival);
        Arrival.Stored stored = new Arrival.Stored(
                rules.cut(msgid.get()), rules.cut(mail.subject().name()), submitter.orElseThrow(), date);
        List<String> parents = rules.parents(raw).stream()
                .limit(raw.limits().maxReferences())
                .map(rules::cut)
                .toList();
        return switch (mail.kind()) {
            case PATCH, PULL_REQUEST -> patch(mail, stored, parents);
            case COVER ->
                rules.isCover(mail.subject().name(), parents, state) ? cover(mail, stored) : comment(stored, parents);
            case COMMENT, OTHER -> comment(stored, parents);
        };
    }

    /** Names the first header without which no server takes a mail. */
    private static Optional<String> missing(Mail mail, Optional<String> msgid, Optional<MailAddress> submitter) {
        if (msgid.isEmpty()) {
            return Optional.of("Message-Id");
        }
        if (mail.headers().first("Subject").isEmpty()) {
            return Optional.of("Subject");
        }
        return isUsable(submitter) ? Optional.empty() : Optional.of("From");
    }

    private static boolean isUsable(Optional<MailAddress> address) {
        return address.isPresent() && !address.get().email().isEmpty();
    }

    private static String header(Mail mail, String name) {
        return mail.headers().first(name).map(MailHeader::text).orElse("").strip();
    }

    /**
     * Cuts a text as the servers 3.x do before they store it or look for it.
     *
     * @param text a message id or a name
     * @return its first {@link #COLUMN} characters, one of two surrogates counting as one
     */
    public static String cut(String text) {
        return text.codePointCount(0, text.length()) <= COLUMN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, COLUMN));
    }

    private Arrival patch(PatchMail mail, Arrival.Stored stored, List<String> parents) {
        if (state.hasPatch(stored.msgid())) {
            return duplicate(stored, "patch");
        }
        PatchSubject subject = mail.subject();
        boolean numbered = subject.total().orElse(0) > 0;
        int number = numbered ? subject.number().orElse(1) : 1;
        int total = numbered ? subject.total().getAsInt() : 1;
        SeriesChoice series = numbered || rules.joinsWithoutNumber()
                ? seriesOf(stored, number, markers(stored, subject.version(), total), parents)
                : begins(stored, subject.version(), 1, parents, "it has no number");
        if (series instanceof SeriesChoice.Joins joined
                && state.patchName(joined.series(), number).isPresent()) {
            String why = joined.why() + ", but that series has a patch " + number + " already";
            series = begins(stored, subject.version(), total, parents, why);
        }
        Optional<String> name = nameOf(series).or(() -> number == 1 ? Optional.of(stored.name()) : Optional.empty());
        return new Arrival.Patch(stored, series, number, name, dependencies(mail));
    }

    private SeriesChoice seriesOf(Arrival.Stored stored, int number, SeriesMarkers markers, List<String> parents) {
        OptionalLong own = referred(stored.msgid(), markers);
        if (own.isPresent()) {
            return new SeriesChoice.Joins(own.getAsLong(), Basis.REFERENCE, "a patch of the series refers to it");
        }
        for (String parent : parents) {
            OptionalLong found = referred(parent, markers);
            if (found.isPresent()) {
                return new SeriesChoice.Joins(found.getAsLong(), Basis.REFERENCE, "it refers to " + parent);
            }
        }
        List<Long> like = state.seriesLike(markers).limit(CANDIDATES).toList();
        // Of several, one that has no such patch yet; of a single one that has it a new series is made below.
        Optional<Long> chosen = like.size() == 1
                ? Optional.of(like.get(0))
                : like.stream()
                        .filter(series -> state.patchName(series, number).isEmpty())
                        .findFirst();
        return chosen.<SeriesChoice>map(PatchworkIntake::alike)
                .orElseGet(() -> begins(stored, markers.version(), markers.total(), parents, "no series fits it"));
    }

    private OptionalLong referred(String msgid, SeriesMarkers markers) {
        OptionalLong series = state.seriesOfReference(msgid);
        return series.isPresent() && rules.takes(series.getAsLong(), markers, state) ? series : OptionalLong.empty();
    }

    private static SeriesMarkers markers(Arrival.Stored stored, int version, int total) {
        return new SeriesMarkers(
                stored.submitter().email(),
                version,
                total,
                stored.date().minus(DELAY),
                stored.date().plus(DELAY));
    }

    private static SeriesChoice alike(long series) {
        return new SeriesChoice.Joins(
                series, Basis.MARKERS, "it has sender, version and total of the series and nearly its date");
    }

    /** The first of a series stores all that it refers to, so that its patches find each other in any order. */
    private SeriesChoice begins(Arrival.Stored stored, int version, int total, List<String> parents, String why) {
        List<String> references = new ArrayList<>(parents);
        references.add(stored.msgid());
        List<String> added = references.stream()
                .distinct()
                .filter(id -> state.seriesOfReference(id).isEmpty())
                .toList();
        return new SeriesChoice.Begins(version, total, added, why);
    }

    private Arrival cover(PatchMail mail, Arrival.Stored stored) {
        if (state.hasCover(stored.msgid())) {
            return duplicate(stored, "cover letter");
        }
        PatchSubject subject = mail.subject();
        SeriesChoice series = seriesOfCover(
                stored, markers(stored, subject.version(), subject.total().orElse(0)));
        // A name that somebody gave the series stays; one that it has from its first patch does not.
        Optional<String> given =
                nameOf(series).filter(name -> !firstPatch(series).equals(Optional.of(name)));
        Optional<String> name = given.or(() -> Optional.of(withoutPrefixes(stored.name())));
        return new Arrival.Cover(stored, series, name, dependencies(mail));
    }

    private SeriesChoice seriesOfCover(Arrival.Stored stored, SeriesMarkers markers) {
        OptionalLong own = referred(stored.msgid(), markers);
        if (own.isPresent()) {
            return new SeriesChoice.Joins(own.getAsLong(), Basis.REFERENCE, "a patch of the series refers to it");
        }
        return rules.coverLike(markers, state)
                .<SeriesChoice>map(PatchworkIntake::alike)
                .orElseGet(() -> new SeriesChoice.Begins(
                        markers.version(),
                        markers.total(),
                        List.of(stored.msgid()),
                        "no mail of a series refers to it yet"));
    }

    private Optional<String> nameOf(SeriesChoice series) {
        return series instanceof SeriesChoice.Joins joined
                ? state.seriesName(joined.series()).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    private Optional<String> firstPatch(SeriesChoice series) {
        return series instanceof SeriesChoice.Joins joined ? state.patchName(joined.series(), 1) : Optional.empty();
    }

    private static String withoutPrefixes(String name) {
        int end = name.startsWith("[") ? name.indexOf(']') : -1;
        return name.substring(end + 1).strip();
    }

    private List<Long> dependencies(PatchMail mail) {
        return DependsOn.parse(mail.message()).stream()
                .map(state::seriesOfDependency)
                .flatMap(found -> found.stream().boxed())
                .distinct()
                .toList();
    }

    private Arrival comment(Arrival.Stored stored, List<String> parents) {
        for (String parent : parents) {
            Optional<String> patch = state.hasPatch(parent) ? Optional.of(parent) : state.patchOfComment(parent);
            if (patch.isPresent()) {
                return state.hasComment(patch.get(), stored.msgid())
                        ? duplicate(stored, "comment")
                        : new Arrival.PatchComment(stored, patch.get(), "it refers to " + parent);
            }
        }
        for (String parent : parents) {
            Optional<String> cover = state.hasCover(parent) ? Optional.of(parent) : state.coverOfComment(parent);
            if (cover.isPresent()) {
                return state.hasComment(cover.get(), stored.msgid())
                        ? duplicate(stored, "comment")
                        : new Arrival.CoverComment(stored, cover.get(), "it refers to " + parent);
            }
        }
        return new Arrival.Dropped(Arrival.Reason.ORPHAN, "it has no patch, and comments on nothing that is known");
    }

    private static Arrival duplicate(Arrival.Stored stored, String kind) {
        return new Arrival.Dropped(Arrival.Reason.DUPLICATE, "there is a " + kind + " " + stored.msgid() + " already");
    }
}
