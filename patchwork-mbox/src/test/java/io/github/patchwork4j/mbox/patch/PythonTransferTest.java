package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonTransferTest {
    private static final int MAILS = Integer.getInteger("patchwork.mails", 4000);
    private static final long SEED = Long.getLong("patchwork.seed", 1);

    /** Answers each line, a mail in hexadecimal, by the content of its body. */
    private static final String PYTHON = """
            import email, sys
            for line in sys.stdin:
                print("=" + email.message_from_bytes(bytes.fromhex(line)).get_payload(decode=True).hex())
            """;

    private static final List<String> ENCODINGS = List.of(
            "base64",
            "BASE64",
            "base64 ",
            "\tbase64",
            "x-base64",
            "quoted-printable",
            "Quoted-Printable",
            "quoted-printable;",
            "x-uuencode",
            "uue",
            "uuencode",
            "7bit",
            "",
            "\"base64\"");

    private static final List<String> PIECES = List.of(
            "aGVsbG8gd29ybGQ=",
            "aGVsbG8g",
            "QQ==",
            "QUI=",
            "QUJD",
            "Q",
            "=",
            "==",
            "\n",
            "\n",
            " ",
            "-- \n",
            "footer of a list\n",
            "=3D",
            "=c3=A9",
            "=\n",
            "= \n",
            "=zz",
            "=4",
            "a b",
            "begin 644 x\n",
            "begin x y\n",
            "#0V%T\n",
            "%:&5L;&\\\n",
            "`\n",
            "end\n",
            " end\n",
            "\n#0V%T",
            "\u00e9",
            "M\n",
            "=\t\n",
            "_");

    @Test
    void decodesAsPythonDoes(@TempDir Path folder) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < MAILS; i++) {
            lines.add(HexFormat.of().formatHex(mail(random).getBytes(StandardCharsets.ISO_8859_1)));
        }
        List<String> theirs = Python.answers(PYTHON, lines, folder);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            byte[] mail = HexFormat.of().parseHex(lines.get(i));
            Bytes content = PythonTransfer.content(Mail.parse(Bytes.of(mail)).body());
            String ours = new String(mail, StandardCharsets.ISO_8859_1) + "\n=> " + content.latin1();
            byte[] answer = HexFormat.of().parseHex(theirs.get(i).substring(1));
            if (!content.equals(Bytes.of(answer))) {
                differences.add(ours + "\n<> " + new String(answer, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String mail(Random random) {
        StringBuilder mail = new StringBuilder("Content-Transfer-Encoding: ");
        mail.append(ENCODINGS.get(random.nextInt(ENCODINGS.size()))).append("\n\n");
        for (int i = random.nextInt(7); i >= 0; i--) {
            mail.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return mail.toString();
    }
}
