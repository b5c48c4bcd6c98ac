package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads many mails with one shell that runs {@code git mailinfo} over them, and here, and compares. */
final class MailinfoBatch {
    /** In sh, because a process started from Java costs ten times as much. */
    private static final String LOOP = """
            i=0
            while [ -f $i.eml ]; do
              read -r options < $i.options
              git mailinfo $options $i.msg $i.patch < $i.eml > $i.info 2> /dev/null
              echo $? > $i.code
              i=$((i + 1))
            done
            """;

    private record Case(String name, Bytes mail, List<String> words) {}

    private final Path folder;
    private final List<Case> cases = new ArrayList<>();

    MailinfoBatch(Path folder) {
        this.folder = folder;
    }

    void add(String name, Bytes mail, List<String> words) throws IOException {
        int number = cases.size();
        Files.write(folder.resolve(number + ".eml"), mail.toArray());
        Files.writeString(folder.resolve(number + ".options"), String.join(" ", words) + "\n");
        cases.add(new Case(name, mail, words));
    }

    void runGit() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", LOOP).directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_NOSYSTEM",
                        "1",
                        "HOME",
                        folder.toString(),
                        "LC_ALL",
                        "C.UTF-8",
                        "GIT_CEILING_DIRECTORIES",
                        folder.toString()));
        if (builder.start().waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("log")));
        }
    }

    /** How many of the mails git refused. */
    int refused() throws IOException {
        int refused = 0;
        for (int i = 0; i < cases.size(); i++) {
            refused += isRefused(i) ? 1 : 0;
        }
        return refused;
    }

    private boolean isRefused(int number) throws IOException {
        return !Files.readString(folder.resolve(number + ".code")).equals("0\n");
    }

    /** What is not read as git reads it; with its bugs also what it refuses. */
    List<String> differences(boolean bugs) throws IOException {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            boolean refused = isRefused(i);
            GitOptions options = GitMailinfo.options(one.words());
            MailInfo info = PatchMail.of(Mail.parse(one.mail()), bugs ? options.withBugsOfGit() : options)
                    .mailInfo()
                    .orElseThrow();
            String verdict = "refused: " + refused + "\n"
                    + new GitMailinfo(read(i, ".info"), read(i, ".msg"), read(i, ".patch"));
            String ours = "refused: " + info.refused() + "\n" + GitMailinfo.of(info);
            if (!verdict.equals(ours) && (bugs || !refused)) {
                differences.add(one.name() + one.words() + "\n--- mail\n"
                        + one.mail().latin1() + "\n--- git\n" + verdict + "\n--- here\n" + ours);
            }
        }
        return differences;
    }

    private Bytes read(int number, String suffix) throws IOException {
        return Bytes.of(Files.readAllBytes(folder.resolve(number + suffix)));
    }
}
