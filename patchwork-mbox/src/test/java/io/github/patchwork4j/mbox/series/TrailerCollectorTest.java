package io.github.patchwork4j.mbox.series;

import static io.github.patchwork4j.mbox.series.Post.patch;
import static io.github.patchwork4j.mbox.series.Post.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrailerCollectorTest {
    private static Post reply(String id, String parent, String from, String body) {
        return text(id, "Re: tea", 30).to(parent).from(from).body(body);
    }

    @Test
    void answersToThePatchAndToItsCoverLetterCount() {
        MailSeries series = SmartGrouping.of(Stream.of(
                                text("c", "[PATCH 0/2] tea", 0),
                                patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                                patch("p2", "[PATCH 2/2] cup", 2).to("c"),
                                reply("r1", "p1", "Wen Adeyemi <wen+list@example.com>", """
                                        > Acked-by: Quoted <q@example.org>
                                        Reviewed-by: Wen A. <wen@example.com>
                                        """),
                                reply("r2", "c", "Noor <noor@lab.example.net>", """
                                        Tested-by: Noor <noor@example.net>
                                        Acked-by: Somebody Else <else@example.net>
                                        """))
                        .map(Post::mail)
                        .toList())
                .get(0);

        List<CollectedTrailer> first =
                TrailerCollector.collect(series, series.patches().get(0));
        assertThat(first)
                .extracting(collected -> collected.trailer().trailer().value())
                .containsExactly(
                        "Wen A. <wen@example.com>", "Noor <noor@example.net>", "Somebody Else <else@example.net>");
        assertThat(first).extracting(CollectedTrailer::onCover).containsExactly(false, true, true);
        assertThat(first).extracting(CollectedTrailer::fromItsPerson).containsExactly(true, true, false);
        assertThat(TrailerCollector.collect(series, series.patches().get(1))).hasSize(2);
    }
}
