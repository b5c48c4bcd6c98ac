package io.github.patchwork4j.examples;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.patch.DependsOn;
import io.github.patchwork4j.mbox.patch.OriginalSender;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.PatchSubject;
import io.github.patchwork4j.mbox.patch.PatchworkIds;
import io.github.patchwork4j.mbox.series.PatchworkIntake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what a Patchwork server would store of mails. */
@Command(
        name = "patchwork-parse",
        description =
                "Prints for each mail of the archives a line of JSON with what a Patchwork server reads in it; what"
                        + " the mail does not have is null.")
final class PatchworkParse extends FilesCommand {
    /** As the API of Patchwork 3 has dates: in UTC, and without saying so. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    @Option(
            names = "--list-email",
            paramLabel = "ADDR",
            description = "The address of the mailing list; a mail from it is traced to who wrote it.")
    private @Nullable String listEmail;

    @Option(
            names = "--link-name",
            paramLabel = "NAME",
            description = "The project's link name, which is dropped from the prefixes.")
    private @Nullable String linkName;

    @Override
    void read(Path file, PrintWriter out) throws IOException {
        try (MailArchive archive = ArchiveReader.of(SplitRule.GIT).open(file)) {
            for (ArchivedMail archived : archive) {
                List<String> dropped = linkName == null ? List.of() : List.of(linkName);
                out.print(json(PatchMail.patchwork(Mail.parse(archived.content()), dropped)) + "\n");
            }
        }
    }

    private String json(PatchMail mail) throws IOException {
        Buffer line = new Buffer();
        try (JsonWriter json = JsonWriter.of(line)) {
            json.setSerializeNulls(true);
            json.beginObject();
            subject(json, mail.subject());
            origin(json, mail);
            json.name("kind").value(mail.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.name("content").value(mail.message());
            json.name("diff").value(mail.diff().map(Bytes::utf8).orElse(null));
            json.name("hash").value(mail.hash().orElse(null));
            json.name("pull_url").value(mail.pullRequest().orElse(null));
            strings(json, "depends_on", DependsOn.parse(mail.message()));
            json.endObject();
        }
        return line.readUtf8();
    }

    private static void subject(JsonWriter json, PatchSubject subject) throws IOException {
        json.name("name").value(PatchworkIntake.cut(subject.name()));
        strings(json, "prefixes", subject.prefixes());
        json.name("number").value(boxed(subject.number()));
        json.name("total").value(boxed(subject.total()));
        json.name("version").value(subject.version());
    }

    private void origin(JsonWriter json, PatchMail mail) throws IOException {
        strings(json, "refs", PatchworkIds.references(mail.mail()));
        json.name("msgid")
                .value(PatchworkIds.messageId(mail.mail())
                        .map(PatchworkIntake::cut)
                        .orElse(null));
        json.name("author");
        author(json, listEmail == null ? mail.author() : OriginalSender.of(mail.mail(), bare(listEmail)));
        json.name("date").value(mail.date().map(PatchworkParse::utc).orElse(null));
    }

    /** The address alone, of one that is written as in a header. */
    private static String bare(String address) {
        List<MailAddress> read = MailAddress.parseList(Bytes.ofUtf8(address));
        return read.isEmpty() ? address : read.get(0).email();
    }

    private static void author(JsonWriter json, Optional<MailAddress> author) throws IOException {
        if (author.isEmpty()) {
            json.nullValue();
            return;
        }
        String name = author.get().name();
        json.beginObject();
        json.name("name").value(name.isEmpty() ? null : PatchworkIntake.cut(name));
        json.name("email").value(PatchworkIntake.cut(author.get().email()));
        json.endObject();
    }

    private static String utc(OffsetDateTime date) {
        return DATE.format(date.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isEmpty() ? null : number.getAsInt();
    }

    private static void strings(JsonWriter json, String name, List<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }
}
