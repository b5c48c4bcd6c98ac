package io.github.patchwork4j.mbox.series;

import static io.github.patchwork4j.mbox.series.Post.NOON;
import static io.github.patchwork4j.mbox.series.Post.patch;
import static io.github.patchwork4j.mbox.series.Post.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.mail.Mail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Threads that nobody ever had; each takes no more than some steps for each mail and no stack. */
class HostileThreadTest {
    private static final int MANY = 100_000;

    private static List<Mail> chain() {
        List<Mail> mails = new ArrayList<>();
        mails.add(patch("m0", "[PATCH 1/2] kettle", 0).mail());
        for (int i = 1; i < MANY; i++) {
            mails.add(
                    text("m" + i, "Re: [PATCH 1/2] kettle", i).to("m" + (i - 1)).mail());
        }
        return mails;
    }

    @Test
    void aHundredThousandAnswersToAnswers() {
        List<Mail> mails = chain();
        assertThat(SmartGrouping.of(mails).get(0).patches().get(0).replies()).hasSize(MANY - 1);

        List<Mail> backwards = new ArrayList<>(mails);
        Collections.reverse(backwards);
        assertThat(SmartGrouping.of(backwards).get(0).patches().get(0).replies())
                .hasSize(MANY - 1);
    }

    @Test
    void aCircleOfAHundredThousand() {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            mails.add(text("m" + i, "Re: kettle", i).to("m" + (i + 1) % MANY).mail());
        }
        assertThat(SmartGrouping.of(mails)).isEmpty();
    }

    @Test
    void ofTooManyReferencesTheNearestAreLookedFor() {
        String[] references = IntStream.range(0, 5_000).mapToObj(i -> "m" + i).toArray(String[]::new);
        Post late = patch("p", "[PATCH 2/2] cup", 9_000).to(references);
        Mail far = patch("m3999", "[PATCH 1/2] kettle", 0).mail();
        Mail near = patch("m4001", "[PATCH 1/2] kettle", 0).mail();

        assertThat(SmartGrouping.of(List.of(far, late.mail()))).hasSize(2);
        assertThat(SmartGrouping.of(List.of(near, late.mail()))).hasSize(1);
        PatchworkGrouping server = new PatchworkGrouping();
        server.add(patch("m3999", "[PATCH 1/2] kettle", 0).patchwork(), NOON);
        assertThat(((Arrival.Patch) server.add(late.patchwork(), NOON)).series())
                .isInstanceOfSatisfying(
                        SeriesChoice.Begins.class,
                        begun -> assertThat(begun.references()).hasSize(1_001));
    }

    @Test
    void aFloodOfSeriesThatLookAlike() {
        PatchworkGrouping server = new PatchworkGrouping();
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            Post post = patch("m" + i, "[PATCH 1/2] kettle", 0);
            server.add(post.patchwork(), NOON);
            mails.add(post.mail());
        }
        assertThat(server.series()).hasSize(5_000);
        assertThat(SmartGrouping.of(mails)).hasSize(5_000);
    }

    @Test
    void totalsThatNobodySends() {
        MailSeries series = SmartGrouping.of(List.of(
                        patch("p", "[PATCH 999999999/999999999] kettle", 0).mail()))
                .get(0);
        assertThat(series.total()).isEqualTo(999_999_999);
        assertThat(series.missing()).hasSize(MailSeries.MAX_MISSING);
        assertThat(SmartGrouping.of(List.of(
                                patch("p", "[PATCH 1/99999999999] kettle", 0).mail()))
                        .get(0)
                        .total())
                .isEqualTo(1);
    }
}
