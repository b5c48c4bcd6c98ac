package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.python.PythonCharset;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonCharsetTest {
    private static final int TEXTS = Integer.getInteger("patchwork.texts", 100);
    private static final long SEED = Long.getLong("patchwork.seed", 1);

    /** As mails write them, known and unknown. */
    private static final List<String> NAMES = List.of(
            "utf-8",
            "UTF8",
            "utf_8",
            "\"utf-8\"",
            " utf-8 ",
            "cp65001",
            "unicode-1-1-utf-8",
            "utf-8-sig",
            "utf8mb4",
            "utf-16",
            "utf-16le",
            "UTF-16BE",
            "utf-32",
            "utf-7",
            "unicode-1-1-utf-7",
            "us-ascii",
            "ANSI_X3.4-1968",
            "646",
            "ascii",
            "iso-8859-1",
            "ISO8859-1",
            "iso_8859-1",
            "latin-1",
            "latin_1",
            "latin1",
            "l1",
            "8859_1",
            "iso-8859-2",
            "iso-8859-5",
            "iso-8859-7",
            "iso-8859-8",
            "iso-8859-8-i",
            "iso-8859-9",
            "iso-8859-13",
            "iso-8859-15",
            "latin-9",
            "iso-8859-16",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "cp1252",
            "x-cp1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "windows-1258",
            "windows-874",
            "windows-31j",
            "windows-949",
            "koi8-r",
            "koi8-u",
            "koi8-ru",
            "ibm437",
            "cp850",
            "ibm866",
            "macintosh",
            "x-mac-roman",
            "x-mac-cyrillic",
            "mac-cyrillic",
            "gb2312",
            "GBK",
            "x-gbk",
            "cp936",
            "gb18030",
            "hz-gb-2312",
            "big5",
            "big5-hkscs",
            "cp950",
            "johab",
            "x-x-big5",
            "euc-jp",
            "x-euc-jp",
            "iso-2022-jp",
            "shift_jis",
            "x-sjis",
            "sjis",
            "cp932",
            "ms932",
            "euc-kr",
            "ks_c_5601-1987",
            "ksc5601",
            "cp949",
            "uhc",
            "iso-2022-kr",
            "tis-620",
            "utf-8*en",
            "unknown-8bit",
            "x-unknown",
            "default",
            "_",
            "utf--8",
            "utf 8",
            "binary",
            "8bit");

    /** Which texts Java's tables read in another way than Python's. */
    private static final List<String> OTHER_TABLES = List.of("iso-2022-kr");

    /** Whose codes of one or two bytes are compared, each of them. */
    private static final List<String> EAST_ASIA = List.of(
            "gb2312",
            "gbk",
            "gb18030",
            "euc-jp",
            "shift_jis",
            "cp932",
            "euc-kr",
            "cp949",
            "johab",
            "big5",
            "cp950",
            "big5-hkscs");

    private static final String SAMPLE = "Grüße, Łódź — Привет ― שלום γειά 漢字 かな 한글 ไทย € \u00a0\u2019 😀";

    /** Answers each line, a name and bytes in hexadecimal, by the text in UTF-16, or why there is none. */
    private static final String PYTHON = """
            import codecs, sys
            for line in sys.stdin:
                name, data = line.rstrip("\\n").split("\\t")
                try:
                    codecs.lookup(name)
                except LookupError:
                    print("unknown")
                    continue
                try:
                    print("=" + str(bytes.fromhex(data), name).encode("utf-16-be", "surrogatepass").hex())
                except (UnicodeDecodeError, LookupError):
                    print("none")
            """;

    @Test
    void readsTextsAsPythonDoes(@TempDir Path folder) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<String> lines = new ArrayList<>();
        for (String name : NAMES) {
            for (int i = 0; i < TEXTS; i++) {
                lines.add(name + "\t" + HexFormat.of().formatHex(text(name, random)));
            }
        }
        List<String> theirs = Python.answers(PYTHON, lines, folder);
        List<String> differences = new ArrayList<>();
        int read = 0;
        for (int i = 0; i < lines.size(); i++) {
            String[] question = lines.get(i).split("\t", -1);
            String ours = answer(question);
            read += ours.startsWith("=") ? 1 : 0;
            boolean other = OTHER_TABLES.contains(question[0]) && !ours.equals("unknown");
            if (!ours.equals(theirs.get(i)) && !other) {
                differences.add(lines.get(i) + ": " + ours + " instead of " + theirs.get(i));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(read).isGreaterThan(lines.size() / 4);
    }

    @Test
    void codesOfEastAsiaAreThoseOfPython(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String name : EAST_ASIA) {
            for (int first = 0x80; first < 0x100; first++) {
                lines.add("%s\t%02x".formatted(name, first));
                for (int second = 0x20; second < 0x100; second++) {
                    lines.add("%s\t%02x%02x".formatted(name, first, second));
                }
            }
        }
        List<String> theirs = Python.answers(PYTHON, lines, folder);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String ours = answer(lines.get(i).split("\t", -1));
            if (!ours.equals(theirs.get(i))) {
                differences.add(lines.get(i) + ": " + ours + " instead of " + theirs.get(i));
            }
        }

        assertThat(differences).isEmpty();
    }

    private static String answer(String[] question) {
        return PythonCharset.find(question[0])
                .map(charset -> charset.decode(Bytes.of(HexFormat.of().parseHex(question[1])))
                        .map(PythonCharsetTest::units)
                        .orElse("none"))
                .orElse("unknown");
    }

    /** Single surrogates included, which Python takes out of UTF-7. */
    private static String units(String text) {
        StringBuilder out = new StringBuilder("=");
        text.chars().forEach(unit -> out.append(String.format("%04x", unit)));
        return out.toString();
    }

    /** Some characters of the sample in that charset, sometimes with an odd byte. */
    private static byte[] text(String name, Random random) {
        int from = random.nextInt(SAMPLE.length());
        String part = SAMPLE.substring(from, Math.min(SAMPLE.length(), from + random.nextInt(12)));
        byte[] bytes;
        try {
            bytes = part.getBytes(name);
        } catch (UnsupportedEncodingException | IllegalArgumentException unknown) {
            bytes = random.nextBoolean() ? shifted(part, random) : part.getBytes(StandardCharsets.UTF_8);
        }
        // What an escape begins that is none is left to each decoder.
        if (bytes.length > 0 && random.nextInt(3) == 0 && !name.startsWith("iso-2022")) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Text as UTF-7 and HZ have it. */
    private static byte[] shifted(String part, Random random) {
        List<String> pieces =
                List.of("+AOk-", "+2D3eAA-", "+", "-", "+-", "~{VPND~}", "~~", "~\n", "~", "abc", "+AOkA6Q", "é");
        StringBuilder out = new StringBuilder(part.replaceAll("[^ -z]", ""));
        for (int i = random.nextInt(4); i >= 0; i--) {
            out.append(pieces.get(random.nextInt(pieces.size())));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
