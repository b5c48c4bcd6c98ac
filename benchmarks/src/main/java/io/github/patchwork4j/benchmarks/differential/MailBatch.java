package io.github.patchwork4j.benchmarks.differential;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffFormat;
import io.github.patchwork4j.mbox.diff.DiffOptions;
import io.github.patchwork4j.mbox.diff.DiffPath;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.diff.PatchId;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.GitOptions;
import io.github.patchwork4j.mbox.patch.MailInfo;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.mbox.patch.Trailer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Some mails that git reads in one go, and what is compared of each: the three results of {@code git mailinfo} with some
 * options, numstat and summary of {@code git apply}, both patch ids, and the trailers.
 */
final class MailBatch {
    /** Sets of options for git mailinfo; each mail has one of them in turn. */
    private static final List<List<String>> OPTIONS = List.of(
            List.of(),
            List.of("--scissors"),
            List.of("-k"),
            List.of("-b"),
            List.of("--no-inbody-headers"),
            List.of("--message-id"),
            List.of("-k", "--scissors", "--message-id"),
            List.of("-b", "--no-inbody-headers"));

    /** A mail, with its number in the archive and the whole of it as git mailsplit writes it. */
    record Item(int number, Bytes whole) {
        List<String> options() {
            return OPTIONS.get(number % OPTIONS.size());
        }

        String envelope() {
            return whole.slice(0, Math.max(0, whole.indexOf((byte) '\n', 0))).latin1();
        }
    }

    private final GitProcess git;
    private final Path folder;
    private final Variant variant;
    private final List<Item> items;
    private final Tally tally;

    MailBatch(GitProcess git, Path folder, Variant variant, List<Item> items, Tally tally) {
        this.git = git;
        this.folder = folder;
        this.variant = variant;
        this.items = items;
        this.tally = tally;
    }

    void compare() throws IOException {
        StringBuilder read = new StringBuilder();
        for (Item item : items) {
            int n = item.number();
            write(n + ".mail", item.whole());
            String options = String.join(" ", item.options());
            read.append("git mailinfo %s %d.msg %d.patch <%d.mail >%d.info; echo $? >%d.read%n"
                    .formatted(options, n, n, n, n, n));
            read.append("git apply --numstat --summary -p%d %d.patch >%d.stat; echo $? >%d.applied%n"
                    .formatted(variant.strip(), n, n, n));
            read.append("git patch-id --stable <%d.patch >%d.stable%n".formatted(n, n));
            read.append("git patch-id --unstable <%d.patch >%d.unstable%n".formatted(n, n));
        }
        shell(read.toString());
        StringBuilder trailers = new StringBuilder();
        for (Item item : items) {
            PatchMail mail = PatchMail.of(Mail.parse(item.whole()), options(item.options()));
            if (succeeded(item, ".read")) {
                compareInfo(item, mail.mailInfo().orElseThrow());
                compareDiff(item);
                compareIds(item);
            } else {
                tally.known(KnownDifference.MAIL_REFUSED_BY_GIT);
            }
            write(item.number() + ".full", Bytes.ofUtf8(mail.subject().name() + "\n\n" + mail.message()));
            trailers.append(
                    "git interpret-trailers --parse <%d.full >%d.trailers%n".formatted(item.number(), item.number()));
        }
        shell(trailers.toString());
        for (Item item : items) {
            compareTrailers(item);
        }
    }

    private void shell(String script) throws IOException {
        write("script", Bytes.ofUtf8(script));
        git.run(folder, folder.resolve("out"), List.of("sh", "script"));
    }

    private void compareInfo(Item item, MailInfo ours) throws IOException {
        MailInfo compared = ours;
        if (!equalsGit(item, ours)) {
            GitOptions withBugs = options(item.options()).withBugsOfGit();
            MailInfo copied =
                    PatchMail.of(Mail.parse(item.whole()), withBugs).mailInfo().orElse(ours);
            if (equalsGit(item, copied)) {
                tally.known(KnownDifference.BUG_OF_GIT);
                compared = copied;
            }
        }
        tally.compare("info", read(item, ".info"), compared.info(), reproduce(item));
        tally.compare("message", read(item, ".msg"), compared.message(), reproduce(item));
        tally.compare("patch", read(item, ".patch"), compared.patch(), reproduce(item));
    }

    private boolean equalsGit(Item item, MailInfo ours) throws IOException {
        return read(item, ".info").equals(ours.info())
                && read(item, ".msg").equals(ours.message())
                && read(item, ".patch").equals(ours.patch());
    }

    private void compareDiff(Item item) throws IOException {
        Bytes patch = read(item, ".patch");
        Diff told = Diff.parse(patch, DiffOptions.DEFAULT.withStrip(variant.strip()));
        compareDiff(item, told);
        // Git has to be told about prefixes; where they are of the usual length, we find that out.
        if (variant.strip() < 2 && succeeded(item, ".applied")) {
            Diff foundOut = Diff.parse(patch);
            if (keepsFolderOfPlainNames(foundOut, told)) {
                tally.known(KnownDifference.PREFIX_LIKE_A_FOLDER);
            } else {
                compareDiff(item, foundOut);
            }
        }
    }

    private static boolean keepsFolderOfPlainNames(Diff foundOut, Diff told) {
        if (foundOut.files().size() != told.files().size()) {
            return false;
        }
        for (int i = 0; i < told.files().size(); i++) {
            FileDiff one = foundOut.files().get(i);
            DiffPath cut = told.files().get(i).path();
            if (one.format() == DiffFormat.TRADITIONAL
                    && cut.prefix().length() > one.path().prefix().length()) {
                return true;
            }
        }
        return false;
    }

    private void compareDiff(Item item, Diff diff) throws IOException {
        boolean applied = succeeded(item, ".applied");
        Bytes stat = read(item, ".stat");
        boolean sound = diff.diagnostics().isEmpty() && !diff.files().isEmpty();
        if (applied && sound) {
            tally.compare("numstat and summary", stat, stat(diff), reproduce(item));
        } else if (!applied && !sound) {
            tally.known(KnownDifference.DIFF_REFUSED_BY_BOTH);
        } else if (!applied && hasSpaceBeforeSlash(diff)) {
            tally.known(KnownDifference.SPACE_BEFORE_SLASH);
        } else {
            String verdict = applied ? stat.latin1() : "refused";
            tally.differ("numstat and summary", verdict, stat(diff).latin1() + diff.diagnostics(), reproduce(item));
        }
    }

    private static boolean hasSpaceBeforeSlash(Diff diff) {
        return diff.files().stream()
                .anyMatch(file -> file.path().quoted().contains(" /")
                        || file.oldPath()
                                .filter(path -> path.quoted().contains(" /"))
                                .isPresent());
    }

    private static Bytes stat(Diff diff) {
        ByteSink out = new ByteSink(200);
        for (FileDiff file : diff.files()) {
            out.write(Bytes.ofUtf8(file.numstat() + "\n"));
        }
        diff.files().forEach(file -> out.write(file.summary()));
        return out.toBytes();
    }

    private void compareIds(Item item) throws IOException {
        Bytes patch = read(item, ".patch");
        tally.compare("stable patch id", id(item, ".stable"), ours(PatchId.stable(patch)), reproduce(item));
        tally.compare("unstable patch id", id(item, ".unstable"), ours(PatchId.unstable(patch)), reproduce(item));
    }

    /** The first id: git prints one for each line that it takes for the beginning of a patch. */
    private Bytes id(Item item, String suffix) throws IOException {
        Bytes line = read(item, suffix);
        return line.slice(0, Math.max(0, line.indexOf((byte) ' ', 0)));
    }

    private static Bytes ours(Optional<PatchId> id) {
        return Bytes.ofUtf8(id.map(PatchId::hex).orElse(""));
    }

    private void compareTrailers(Item item) throws IOException {
        StringBuilder ours = new StringBuilder();
        for (Trailer trailer : Trailer.parse(read(item, ".full").utf8())) {
            ours.append(trailer).append('\n');
        }
        tally.compare("trailers", read(item, ".trailers"), Bytes.ofUtf8(ours.toString()), reproduce(item));
    }

    private String reproduce(Item item) {
        return "mail %d of variant %s, read with %s: %s"
                .formatted(item.number(), variant.name(), item.options(), item.envelope());
    }

    private boolean succeeded(Item item, String suffix) throws IOException {
        return read(item, suffix).utf8().equals("0\n");
    }

    private Bytes read(Item item, String suffix) throws IOException {
        Path file = folder.resolve(item.number() + suffix);
        return Files.exists(file) ? Bytes.of(Files.readAllBytes(file)) : Bytes.EMPTY;
    }

    private void write(String name, Bytes content) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            content.writeTo(out);
        }
    }

    private static GitOptions options(List<String> words) {
        GitOptions options = GitOptions.DEFAULT;
        for (String word : words) {
            options = switch (word) {
                case "--scissors" -> options.withScissors();
                case "-k" -> options.withKeptSubject();
                case "-b" -> options.withKeptBrackets();
                case "--no-inbody-headers" -> options.withoutInBodyHeaders();
                case "--message-id" -> options.withMessageId();
                default -> throw new IllegalArgumentException("no option of git mailinfo: " + word);
            };
        }
        return options;
    }
}
