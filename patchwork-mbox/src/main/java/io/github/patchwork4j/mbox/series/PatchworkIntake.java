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
 * Says what a Patchwork server does with the next mail of a project, by the rules of the servers 3.x with their quirks. It
 * changes nothing: whoever asks carries out what it says before the next mail comes.
 */
public final class PatchworkIntake {
    /** How many characters of a message id or a name the server's columns hold. */
    public static final int COLUMN = 255;

    /** How far the dates of the patches of one series may be apart if no reference joins them. */
    public static final Duration DELAY = Duration.ofMinutes(20);

    /** Nobody sends more series of one shape within {@link #DELAY}; a flood of them takes no more time than this. */
    private static final int CANDIDATES = 1_000;

    private final ServerState state;
    private final Optional<String> listAddress;

    private PatchworkIntake(ServerState state, Optional<String> listAddress) {
        this.state = state;
        this.listAddress = listAddress;
    }

    /**
     * Makes an intake for a project.
     *
     * @param state what the project already has
     * @return a new intake, which takes senders as From has them
     */
    public static PatchworkIntake of(ServerState state) {
        return new PatchworkIntake(state, Optional.empty());
    }

    /**
     * Names the project's mailing list, so that mails which it sent in its own name are traced to who wrote them.
     *
     * @param address the address of the list
     * @return a new intake
     * @see OriginalSender
     */
    public PatchworkIntake withListAddress(String address) {
        return new PatchworkIntake(state, Optional.of(address));
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
        if (msgid.isEmpty() || raw.headers().first("Subject").isEmpty() || !isUsable(submitter)) {
            return new Arrival.Dropped(Arrival.Reason.HEADERS, "it has no usable From, Subject or Message-Id");
        }
        if (header(raw, "X-Patchwork-Hint").equalsIgnoreCase("ignore")) {
            return new Arrival.Dropped(Arrival.Reason.HINT, "its X-Patchwork-Hint says so");
        }
        if (mail.diff().isEmpty() && mail.message().isEmpty()) {
            return new Arrival.Dropped(Arrival.Reason.EMPTY, "it has neither a diff nor any text");
        }
        Instant date = mail.date().map(when -> when.toInstant()).orElse(arrival);
        Arrival.Stored stored =
                new Arrival.Stored(cut(msgid.get()), cut(mail.subject().name()), submitter.orElseThrow(), date);
        List<String> parents = PatchworkIds.references(raw).stream()
                .limit(raw.limits().maxReferences())
                .map(PatchworkIntake::cut)
                .toList();
        return switch (mail.kind()) {
            case PATCH, PULL_REQUEST -> patch(mail, stored, parents);
            case COVER ->
                parents.isEmpty() || state.coversNamed(mail.subject().name()) == 0
                        ? cover(mail, stored)
                        : comment(stored, parents);
            case COMMENT, OTHER -> comment(stored, parents);
        };
    }

    private static boolean isUsable(Optional<MailAddress> address) {
        return address.isPresent() && !address.get().email().isEmpty();
    }

    private static String header(Mail mail, String name) {
        return mail.headers().first(name).map(MailHeader::text).orElse("").strip();
    }

    /**
     * Cuts a text as the server does before it stores it or looks for it.
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
        SeriesChoice series = numbered
                ? seriesOf(stored, subject, parents)
                : begins(stored, subject.version(), 1, parents, "it has no number");
        if (series instanceof SeriesChoice.Joins joined
                && state.patchName(joined.series(), number).isPresent()) {
            String why = joined.why() + ", but that series has a patch " + number + " already";
            series = begins(stored, subject.version(), total, parents, why);
        }
        Optional<String> name = nameOf(series).or(() -> number == 1 ? Optional.of(stored.name()) : Optional.empty());
        return new Arrival.Patch(stored, series, number, name, dependencies(mail));
    }

    private SeriesChoice seriesOf(Arrival.Stored stored, PatchSubject subject, List<String> parents) {
        OptionalLong own = state.seriesOfReference(stored.msgid());
        if (own.isPresent()) {
            return new SeriesChoice.Joins(own.getAsLong(), Basis.REFERENCE, "a patch of the series refers to it");
        }
        for (String parent : parents) {
            OptionalLong found = state.seriesOfReference(parent);
            if (found.isPresent()) {
                return new SeriesChoice.Joins(found.getAsLong(), Basis.REFERENCE, "it refers to " + parent);
            }
        }
        int total = subject.total().orElseThrow();
        int number = subject.number().orElseThrow();
        SeriesMarkers markers = new SeriesMarkers(
                stored.submitter().email(),
                subject.version(),
                total,
                stored.date().minus(DELAY),
                stored.date().plus(DELAY));
        List<Long> like = state.seriesLike(markers).limit(CANDIDATES).toList();
        // Of several, one that has no such patch yet; of a single one that has it a new series is made below.
        Optional<Long> chosen = like.size() == 1
                ? Optional.of(like.get(0))
                : like.stream()
                        .filter(series -> state.patchName(series, number).isEmpty())
                        .findFirst();
        return chosen.<SeriesChoice>map(series -> new SeriesChoice.Joins(
                        series, Basis.MARKERS, "it has sender, version and total of the series and nearly its date"))
                .orElseGet(() -> begins(stored, subject.version(), total, parents, "no series fits it"));
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
        OptionalLong own = state.seriesOfReference(stored.msgid());
        SeriesChoice series = own.isPresent()
                ? new SeriesChoice.Joins(own.getAsLong(), Basis.REFERENCE, "a patch of the series refers to it")
                : new SeriesChoice.Begins(
                        subject.version(),
                        subject.total().orElse(0),
                        List.of(stored.msgid()),
                        "no mail of a series refers to it yet");
        // A name that somebody gave the series stays; one that it has from its first patch does not.
        Optional<String> given =
                nameOf(series).filter(name -> !firstPatch(series).equals(Optional.of(name)));
        Optional<String> name = given.or(() -> Optional.of(withoutPrefixes(stored.name())));
        return new Arrival.Cover(stored, series, name, dependencies(mail));
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
