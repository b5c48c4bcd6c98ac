package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares random messages with {@code git interpret-trailers --parse}, many in one run of git. */
class TrailerDifferentialTest {
    private static final String CUT = "# ------------------------ >8 ------------------------";

    private static final List<String> LINES = List.of(
            "",
            "",
            "",
            " ",
            "\t",
            "kettle: boil",
            "Some words.",
            "more words, no colon",
            "Signed-off-by: Ines <ines@example.org>",
            "signed-off-by: Ines <ines@example.org>",
            "Signed-off-by:Ines",
            "Signed-off-by : Ines",
            "(cherry picked from commit 0123456)",
            "(cherry picked from commit",
            "Acked-by: Wen <wen@example.com>",
            "Acked-by:",
            "Acked-by: \t",
            "Fixes: 0123456789ab (\"kettle: boil\")",
            "Link: https://example.org/x",
            "https://example.org/x",
            " continued",
            "\tcontinued",
            "   ",
            "# comment",
            "#comment: x",
            " # not at the start",
            "[wen: noted]",
            "K\u00e9y: value",
            "Key\u00e9: value",
            "Key value: x",
            "Key  : x",
            "Key\t: x",
            "-Key: x",
            "Key_x: y",
            "1: x",
            ": x",
            ":",
            "a:b:c",
            "---",
            "--- ",
            "--- notes",
            "---\tnotes",
            "----",
            "--",
            "-- ",
            CUT,
            CUT + " ",
            "Conflicts:",
            "\tkettle.c",
            "# Conflicts:",
            "Value: with end \t",
            "\r",
            "Key: x\r",
            "Signed-off-by: Ines\r",
            "\u000b",
            "\u000cKey: x",
            "Key:\u000bx");

    @TempDir
    private Path folder;

    @Test
    void findsTheTrailersThatGitFinds() throws Exception {
        assumeTrue(Git.isInstalled());
        Git git = new Git(folder);
        int rounds = Integer.getInteger("trailers.rounds", 8);
        for (int round = 0; round < rounds; round++) {
            compare(git, new Random(20_260_504L + round));
        }
    }

    private void compare(Git git, Random random) throws Exception {
        List<String> messages = new ArrayList<>();
        List<String> command = new ArrayList<>(List.of("interpret-trailers", "--parse"));
        // git writes all trailers in one go, so a message that is known stands behind each.
        Path mark = Files.writeString(folder.resolve("mark"), "Title\n\nEnd-of-message: yes\n");
        for (int i = 0; i < 250; i++) {
            messages.add(message(random));
            Path file = folder.resolve("m" + i);
            Files.writeString(file, messages.get(i));
            command.add(file.toString());
            command.add(mark.toString());
        }
        String out = new String(git.run(folder, Bytes.EMPTY, command), StandardCharsets.UTF_8);
        String[] theirs = out.split("End-of-message: yes\n", -1);
        assertThat(theirs).hasSize(messages.size() + 1);
        for (int i = 0; i < messages.size(); i++) {
            StringBuilder ours = new StringBuilder();
            Trailer.parse(messages.get(i))
                    .forEach(trailer -> ours.append(trailer).append('\n'));
            assertThat(ours.toString()).as(messages.get(i)).isEqualTo(theirs[i]);
        }
    }

    /** Mostly short, mostly with a title, and with blocks in which one kind of line prevails. */
    private static String message(Random random) {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(4) > 0) {
            text.append("kettle: boil\n\n");
        }
        int blocks = 1 + random.nextInt(3);
        for (int block = 0; block < blocks; block++) {
            String favourite = LINES.get(random.nextInt(LINES.size()));
            int lines = random.nextInt(8);
            for (int i = 0; i < lines; i++) {
                text.append(random.nextInt(3) == 0 ? favourite : LINES.get(random.nextInt(LINES.size())));
                text.append('\n');
            }
            text.append(random.nextInt(3) == 0 ? "" : "\n");
        }
        int end = random.nextInt(6) == 0 ? Math.max(0, text.length() - 1) : text.length();
        String message = text.substring(0, end);
        // git 2.39 never ends where a cut line stands below a divider.
        return ("\n" + message).contains("\n---") ? message.replace(CUT + "\n", "") : message;
    }
}
