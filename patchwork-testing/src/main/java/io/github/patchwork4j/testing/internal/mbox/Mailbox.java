package io.github.patchwork4j.testing.internal.mbox;

import io.github.patchwork4j.mbox.patch.CommentTrailers;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.Mail;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.ProjectRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.MailHeaders;
import io.github.patchwork4j.testing.internal.text.Micros;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns patches and covers back into mail.
 *
 * @param world where the comments and people are
 */
public record Mailbox(World world) {
    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss '-0000'", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE MMM", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss uuuu", Locale.ROOT);

    /**
     * Writes several patches one after the other. Lines that start with "From " are not escaped.
     *
     * @param patches in the order that is wanted
     * @return the mails
     */
    public String of(List<PatchRow> patches) {
        return patches.stream().map(this::of).collect(Collectors.joining("\n"));
    }

    /**
     * Writes a patch with the trailers of its comments.
     *
     * @param patch the patch
     * @return the mail
     */
    public String of(PatchRow patch) {
        String delegate = patch.delegate() == Row.NONE
                ? null
                : world.users().get(patch.delegate()).email();
        return message(patch, world.projects().get(patch.project()), delegate, body(patch));
    }

    /**
     * Writes what follows the headers of a patch.
     *
     * @param patch the patch
     * @return its text, the trailers of its comments, and its diff
     */
    public String body(PatchRow patch) {
        return body(patch.content(), world.patchComments().on(patch.id()), patch.diff());
    }

    /**
     * Writes a cover with the trailers of its comments.
     *
     * @param cover the cover
     * @return the mail
     */
    public String of(CoverRow cover) {
        return message(cover, world.projects().get(cover.project()), null, body(cover));
    }

    /**
     * Writes what follows the headers of a cover.
     *
     * @param cover the cover
     * @return its text and the trailers of its comments
     */
    public String body(CoverRow cover) {
        return body(cover.content(), world.coverComments().on(cover.id()), null);
    }

    /**
     * Writes the line that comes before a mail.
     *
     * @param mail the mail
     * @return the line with its end
     */
    public static String envelope(Mail mail) {
        return "From patchwork " + ctime(Micros.toDate(mail.date())) + "\n";
    }

    private String message(Mail mail, ProjectRow project, @Nullable String delegate, String body) {
        LocalDateTime date = Micros.toDate(mail.date());
        String submitter = Address.of(world.people().get(mail.submitter()));
        boolean ascii = body.chars().allMatch(character -> character < 128);
        StringBuilder message = new StringBuilder(envelope(mail));
        header(message, "Content-Type", "text/plain; charset=\"utf-8\"");
        header(message, "MIME-Version", "1.0");
        header(message, "Content-Transfer-Encoding", ascii ? "7bit" : "8bit");
        header(message, "X-Patchwork-Submitter", submitter);
        header(message, "X-Patchwork-Id", Long.toString(mail.id()));
        if (delegate != null) {
            header(message, "X-Patchwork-Delegate", delegate);
        }
        List<MailHeaders.Field> fields = MailHeaders.parse(mail.rawHeaders());
        for (MailHeaders.Field field : fields) {
            stored(message, field, project, submitter);
        }
        if (fields.stream().noneMatch(field -> field.isNamed("Date"))) {
            header(message, "Date", MAIL_DATE.format(date));
        }
        return message.append('\n').append(body).toString();
    }

    /** Copies a header of the mail, but not what described the body as it was sent, and not a sender that is the list. */
    private static void stored(StringBuilder to, MailHeaders.Field field, ProjectRow project, String submitter) {
        switch (field.name()) {
            case "Content-Type", "Content-Transfer-Encoding" -> {}
            case "From" -> {
                if (Address.bare(field.value()).equals(project.listEmail())) {
                    header(to, "X-Patchwork-Original-From", field.value());
                    header(to, "From", submitter);
                } else {
                    header(to, "From", field.value());
                }
            }
            default -> header(to, field.name(), field.value());
        }
    }

    private static void header(StringBuilder to, String name, String value) {
        to.append(FoldedHeader.fold(name, value)).append('\n');
    }

    private static String body(String content, List<CommentRow> comments, @Nullable String diff) {
        List<String> trailers = comments.stream()
                .sorted(Comparator.comparingLong(CommentRow::date).thenComparingLong(CommentRow::id))
                .flatMap(comment -> CommentTrailers.in(comment.content()).stream())
                .toList();
        String body = CommentTrailers.addTo(content, trailers);
        return diff == null ? body : body + "\n" + diff;
    }

    private static String ctime(LocalDateTime date) {
        return "%s %2d %s".formatted(DAY.format(date), date.getDayOfMonth(), TIME.format(date));
    }
}
