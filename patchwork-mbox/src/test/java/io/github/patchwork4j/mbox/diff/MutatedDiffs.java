package io.github.patchwork4j.mbox.diff;

import io.github.patchwork4j.mbox.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes odd diffs out of the recorded ones: lines and bytes are changed, doubled, dropped and moved at random. */
final class MutatedDiffs {
    private static final List<String> LINES = List.of(
            "",
            " ",
            "-",
            "+",
            "--- a/x",
            "+++ b/x",
            "@@ -1 +1 @@",
            "@@ -0,0 +1,2 @@",
            "@@ -1,2 +0,0 @@",
            "new file mode 100644",
            "deleted file mode 100644",
            "old mode 100644",
            "new mode 100755",
            "rename from x",
            "rename to y",
            "copy from x",
            "copy to z",
            "similarity index 90%",
            "dissimilarity index 70%",
            "index 1234567..89abcde",
            "index 1234567..89abcde 100755",
            "Binary files a/x and b/x differ",
            "\\ No newline at end of file",
            "\\ short",
            "-- ",
            "2.39.5",
            "foo",
            "Index: x");
    private static final String BYTES = " \t\r\n-+@\\\"/0123456789,.abdx";

    private static final String EXTENDED = "(index |(old|new|new file|deleted file) mode |(dis)?similarity index "
            + "|rename (from|to|old|new) |copy (from|to) |(---|[+]{3}) )";

    /** A first line whose names git cannot tell apart or that nothing follows, or a mode that git prints as it is. */
    private static final Pattern HARD_LINE = Pattern.compile("(?md)^diff --git (\".*\" [^\"\n]*|.*\r)$"
            + "|^diff --git .*\n(?!" + EXTENDED + ")|(mode|^index [^ \n]+) ++(?!(100644|100755|120000|160000)\\b)");

    private static final Pattern NULL = Pattern.compile(
            "(?md)^(?!new file|deleted file|index).*\n(index.*\n)?((---|[+]{3}).*\n)*(---|[+]{3}) /dev/null");

    /**
     * Git lets a quoted name go on in the next line or behind its quotes, and prints the name that a line before the deletion has.
     */
    private static final Pattern HARD_NAME =
            Pattern.compile("(?md)^(---|[+]{3}|(rename|copy) \\w+|diff --git .*) \"([^\"\n\\\\]|\\\\.)*($|\"[^\\s\"])"
                    + "|^[+]{3} .*\n(" + EXTENDED + ".*\n)*deleted file mode");

    private final Random random;
    private final List<byte[]> seeds = new ArrayList<>();

    MutatedDiffs(Path folder, int seed) throws IOException {
        this.random = new Random(seed);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (isSeed(file.getFileName().toString())) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
    }

    /** What we mean to read in another way than git, and binaries, whose payloads only git looks into, are no seeds. */
    private static boolean isSeed(String name) {
        boolean diff = name.endsWith(".diff") && !name.endsWith(".p0.diff") && !name.contains("binary");
        return diff && !TrickyDiffsTest.INTENDED.containsKey(name.substring(0, name.length() - ".diff".length()));
    }

    /** Returns the next diff; those in which git is known to stumble are left out. */
    Bytes next() {
        Bytes made = make();
        while (isHardForGit(made.latin1())) {
            made = make();
        }
        return made;
    }

    /**
     * Git 2.39 keeps the name of a header without lines for the next header, drops a last line without line feed, and takes
     * the second name of a line for something else where only the first is quoted or a carriage return ends the line; it
     * prints some modes as they are, and takes {@code /dev/null} for a name where no mode line comes before it.
     */
    private static boolean isHardForGit(String text) {
        return !text.endsWith("\n")
                || HARD_LINE.matcher(text).find()
                || HARD_NAME.matcher(text).find()
                || NULL.matcher(text).find();
    }

    /** Returns the next diff, whatever git makes of it. */
    Bytes make() {
        List<String> lines = new ArrayList<>();
        String text = latin1(seeds.get(random.nextInt(seeds.size())));
        if (random.nextInt(4) == 0) {
            text += latin1(seeds.get(random.nextInt(seeds.size())));
        }
        lines.addAll(List.of(text.split("(?<=\n)", -1)));
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            change(lines);
        }
        return Git.ascii(String.join("", lines));
    }

    private void change(List<String> lines) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(8)) {
            case 0 -> lines.set(at, "");
            case 1 -> lines.add(at, line);
            case 2 -> lines.add(at, LINES.get(random.nextInt(LINES.size())) + "\n");
            case 3 -> lines.set(at, LINES.get(random.nextInt(LINES.size())) + "\n");
            case 4 -> lines.add(random.nextInt(lines.size() + 1), line);
            case 5 -> lines.set(at, line.replace("\n", "\r\n"));
            default -> lines.set(at, changed(line));
        }
    }

    private String changed(String line) {
        if (line.isEmpty()) {
            return line;
        }
        int place = random.nextInt(line.length());
        char other = BYTES.charAt(random.nextInt(BYTES.length()));
        return switch (random.nextInt(3)) {
            case 0 -> line.substring(0, place) + other + line.substring(place + 1);
            case 1 -> line.substring(0, place) + other + line.substring(place);
            default -> line.substring(0, place) + line.substring(place + 1);
        };
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
