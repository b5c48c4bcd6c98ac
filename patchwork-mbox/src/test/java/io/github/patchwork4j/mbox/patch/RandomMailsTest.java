package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
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
}
