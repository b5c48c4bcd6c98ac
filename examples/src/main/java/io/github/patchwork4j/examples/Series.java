package io.github.patchwork4j.examples;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.series.MailSeries;
import io.github.patchwork4j.mbox.series.PatchworkGrouping;
import io.github.patchwork4j.mbox.series.SeriesMail;
import io.github.patchwork4j.mbox.series.SmartGrouping;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts the mails of archives together to series. */
@Command(
        name = "series",
        description =
                "Prints a line of JSON for each series in the archives, which are taken together, by the first mail of each:"
                        + " its version, its total as announced, how many patches were received, its name or null, the message id of"
                        + " its cover letter or null, its patches with number, name and message id, the numbers that are missing"
                        + " and, in sentences, why each mail belongs to it and what is odd about it.")
final class Series extends FilesCommand {
    /** Who groups. */
    enum Grouping {
        /** As a Patchwork server would that got the mails in this order. */
        PATCHWORK,
        /** As a reader would. */
        SMART
    }

    @Option(
            names = "--grouping",
            paramLabel = "patchwork|smart",
            defaultValue = "patchwork",
            description = "patchwork: as a Patchwork server that gets the mails in this order; smart: as an experienced"
                    + " reader (default: ${DEFAULT-VALUE}).")
    private Grouping grouping = Grouping.PATCHWORK;

    private final List<Mail> mails = new ArrayList<>();

    @Override
    void read(Path file, PrintWriter out) throws IOException {
        try (MailArchive archive = ArchiveReader.of(SplitRule.GIT).open(file)) {
            for (ArchivedMail archived : archive) {
                mails.add(Mail.parse(archived.content().copy()));
            }
        }
    }

    @Override
    void finish(PrintWriter out) throws IOException {
        for (MailSeries series : grouping == Grouping.SMART ? SmartGrouping.of(mails) : asServer()) {
            out.print(json(series) + "\n");
        }
    }

    private List<MailSeries> asServer() {
        PatchworkGrouping project = new PatchworkGrouping();
        // All mails without a date arrive at one time, so that a run does not depend on its speed.
        Instant now = Instant.now();
        mails.forEach(mail -> project.add(PatchMail.of(mail, Dialect.PATCHWORK), now));
        return project.series();
    }

    private static String json(MailSeries series) throws IOException {
        Buffer line = new Buffer();
        try (JsonWriter json = JsonWriter.of(line)) {
            json.setSerializeNulls(true);
            json.beginObject();
            json.name("version").value(series.version());
            json.name("total").value(series.total());
            json.name("received").value(series.received());
            json.name("name").value(series.name().orElse(null));
            json.name("cover").value(series.cover().map(Series::id).orElse(null));
            json.name("patches").beginArray();
            for (SeriesMail patch : series.patches()) {
                json.beginObject();
                json.name("number").value(patch.number());
                json.name("name").value(patch.mail().subject().name());
                json.name("msgid").value(id(patch));
                json.endObject();
            }
            json.endArray();
            json.name("missing").beginArray();
            for (int number : series.missing()) {
                json.value(number);
            }
            json.endArray();
            json.name("why").beginArray();
            for (String reason : series.why()) {
                json.value(reason);
            }
            json.endArray();
            json.endObject();
        }
        return line.readUtf8();
    }

    private static @Nullable String id(SeriesMail mail) {
        return mail.messageId().map(MessageId::toString).orElse(null);
    }
}
