package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The three things that {@code git mailinfo} writes, or should.
 *
 * @param info its standard output
 * @param message its first file
 * @param patch its second file
 */
record GitMailinfo(Bytes info, Bytes message, Bytes patch) {
    /** What we write. */
    static GitMailinfo of(MailInfo ours) {
        return new GitMailinfo(ours.info(), ours.message(), ours.patch());
    }

    /** What the installed git writes; fails as it does. */
    static GitMailinfo of(Git git, Path folder, Bytes mail, List<String> words)
            throws IOException, InterruptedException {
        Path message = folder.resolve("msg");
        Path patch = folder.resolve("patch");
        List<String> command = new ArrayList<>(List.of("mailinfo"));
        command.addAll(words);
        command.addAll(List.of(message.toString(), patch.toString()));
        Bytes info = Bytes.of(git.run(folder, mail, command));
        return new GitMailinfo(info, Bytes.of(Files.readAllBytes(message)), Bytes.of(Files.readAllBytes(patch)));
    }

    /** The options that the words of a command line stand for. */
    static GitOptions options(List<String> words) {
        GitOptions options = GitOptions.DEFAULT;
        for (String word : words) {
            options = switch (word) {
                case "--scissors" -> options.withScissors();
                case "-k" -> options.withKeptSubject();
                case "-b" -> options.withKeptBrackets();
                case "--no-inbody-headers" -> options.withoutInBodyHeaders();
                case "--message-id" -> options.withMessageId();
                case "--quoted-cr=strip" -> options.withQuotedCr(QuotedCr.STRIP);
                default -> throw new IllegalArgumentException("no option of git mailinfo: " + word);
            };
        }
        return options;
    }

    @Override
    public String toString() {
        return "info:\n" + info.latin1() + "msg:\n" + message.latin1() + "patch:\n" + patch.latin1();
    }
}
