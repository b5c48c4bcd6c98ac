package io.github.patchwork4j.mbox.patch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchwork4j.mbox.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with what the installed git makes of random mails; {@code -Dpatchwork.mails=50000} takes more of them, and {@code
 * -Dpatchwork.seed=7} others.
 */
class RandomMailsTest {
    private static final int MAILS = Integer.getInteger("patchwork.mails", 1_000);
    private static final long SEED = Long.getLong("patchwork.seed", 1);

    /** Names that mails are known to use, rightly or not. */
    private static final List<String> CHARSETS = List.of(
            ("us-ascii ascii ansi_x3.4-1968 iso646-us 646 latin1 latin-1 l1 iso8859-1 iso_8859-1 iso88591 iso885915 8859_1 "
                            + "iso-8859-2 iso-8859-5 iso-8859-8 iso-8859-8-i iso-8859-11 iso-8859-12 iso-8859-16 latin9 "
                            + "windows-1250 windows-1252 windows-874 windows-932 windows-949 windows-31j cp1252 cp-1252 cp932 "
                            + "ms932 cp936 gbk gb2312 gb18030 euc-cn hz-gb-2312 big5 big-5 cp950 euc-tw euc-jp ujis shift_jis "
                            + "shift-jis sjis x-sjis sjis-win x-euc-jp iso-2022-jp iso-2022-jp-2 iso-2022-kr iso-2022-cn euc-kr "
                            + "ks_c_5601-1987 ksc5601 cp949 uhc x-windows-949 koi8-r koi8r koi8-u tis-620 macintosh mac "
                            + "x-mac-roman utf8 utf_8 cp437 ibm866 x-unknown unknown-8bit default binary none cesu-8")
                    .split(" ", -1));

    @TempDir
    Path folder;

    @BeforeEach
    void git() throws InterruptedException {
        assumeTrue(Git.isInstalled(), "git is not installed");
    }

    private MailinfoBatch batch(boolean wild) throws IOException, InterruptedException {
        MailinfoBatch batch = new MailinfoBatch(folder);
        for (long seed = SEED; seed < SEED + MAILS; seed++) {
            batch.add("seed " + seed, RandomMail.of(seed, wild), RandomMail.options(seed));
        }
        batch.runGit();
        return batch;
    }

    @Test
    void readsMailsAsGitDoes() throws IOException, InterruptedException {
        assertThat(batch(false).differences(false)).isEmpty();
    }

    @Test
    void readsWildMailsAsGitDoesWithItsBugs() throws IOException, InterruptedException {
        MailinfoBatch batch = batch(true);

        assertThat(batch.differences(true)).isEmpty();
        assertThat(batch.refused()).isGreaterThan(MAILS / 4);
    }

    @Test
    void knowsTheCharsetsThatGitKnows() throws IOException, InterruptedException {
        MailinfoBatch batch = new MailinfoBatch(folder);
        for (String name : CHARSETS) {
            for (String text : List.of("plain", "caf\u00e9", "\u00a4\u00b5\u00a4\u00b5")) {
                String mail = "Subject: =?%1$s?q?%2$s.?=\nContent-Type: text/plain; charset=\"%1$s\"\n\n%2$s\n---\n";
                batch.add(name, Bytes.of(mail.formatted(name, text).getBytes(ISO_8859_1)), List.of());
            }
        }
        batch.runGit();

        assertThat(batch.differences(false)).isEmpty();
        assertThat(batch.differences(true)).isEmpty();
    }

    @Test
    void readsPlausibleMailsAsGitDoes() throws IOException, InterruptedException {
        MailinfoBatch sound = new MailinfoBatch(Files.createDirectories(folder.resolve("sound")));
        MailinfoBatch unsound = new MailinfoBatch(Files.createDirectories(folder.resolve("unsound")));
        for (long seed = SEED; seed < SEED + MAILS; seed++) {
            PlausibleMail mail = PlausibleMail.of(seed);
            MailinfoBatch batch = mail.hasAccident() ? unsound : sound;
            batch.add("seed " + seed, mail.bytes(), RandomMail.options(seed));
        }
        sound.runGit();
        unsound.runGit();

        assertThat(sound.differences(false)).isEmpty();
        assertThat(sound.differences(true)).isEmpty();
        assertThat(unsound.differences(true)).isEmpty();
        assertThat(sound.refused() + unsound.refused()).isLessThan(MAILS / 10);
    }
}
