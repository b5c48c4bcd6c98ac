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

    @Test
    void whatAPatchWasGivenBeforeStaysWithItAsLongAsItsDiffDoes() {
        List<MailSeries> series = SmartGrouping.of(Stream.of(
                        text("c1", "[PATCH 0/2] tea", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1).to("c1").adding("kettle one"),
                        patch("p2", "[PATCH 2/2] cup", 2).to("c1").adding("cup one"),
                        reply("r1", "p1", "Wen <wen@example.com>", "Acked-by: Wen <wen@example.com>\n"),
                        reply("r2", "p2", "Wen <wen@example.com>", "Reviewed-by: Wen <wen@example.com>\n"),
                        reply("r3", "c1", "Noor <noor@example.net>", "Tested-by: Noor <noor@example.net>\n"),
                        text("c2", "[PATCH v2 0/2] tea", 100),
                        patch("q1", "[PATCH v2 1/2] a better kettle", 101)
                                .to("c2")
                                .adding("kettle one"),
                        patch("q2", "[PATCH v2 2/2] cup", 102).to("c2").adding("cup two"),
                        reply("s1", "q1", "Noor <noor@example.net>", "Tested-by: Noor <noor@example.net>\n"))
                .map(Post::mail)
                .toList());
        MailSeries older = series.get(0);
        MailSeries newer = series.get(1);

        List<CollectedTrailer> kept =
                TrailerCollector.collect(newer, newer.patches().get(0), List.of(older));

        assertThat(kept)
                .extracting(collected -> collected.trailer().trailer().toString())
                .containsExactly("Tested-by: Noor <noor@example.net>", "Acked-by: Wen <wen@example.com>");
        assertThat(kept).extracting(CollectedTrailer::version).containsExactly(2, 1);
        assertThat(kept.get(1).origin().mail().messageId().orElseThrow().toString())
                .contains("r1");
        assertThat(TrailerCollector.collect(newer, newer.patches().get(1), List.of(older)))
                .isEmpty();
    }
}
