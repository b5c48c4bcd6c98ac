package io.github.patchwork4j.mbox.series;

import static io.github.patchwork4j.mbox.series.Post.patch;
import static io.github.patchwork4j.mbox.series.Post.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.mail.Mail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmartGroupingTest {
    private static List<MailSeries> group(Post... posts) {
        return SmartGrouping.of(Stream.of(posts).map(Post::mail).toList());
    }

    private static List<String> shown(List<MailSeries> all) {
        List<String> shown = new ArrayList<>();
        for (MailSeries series : all) {
            shown.add("v%d %s/%d %s%s"
                    .formatted(
                            series.version(),
                            series.patches().stream().map(SeriesMail::number).toList(),
                            series.total(),
                            series.cover().isPresent() ? "cover " : "",
                            series.name().orElse("(none)")));
        }
        return shown;
    }

    private static List<String> shown(Post... posts) {
        return shown(group(posts));
    }

    @Test
    void aSeriesIsTheSameInWhateverOrderItCame() {
        List<Mail> mails = new ArrayList<>(Stream.of(
                        text("c", "[PATCH net v3 0/3] tea (v3)", 0),
                        patch("p1", "[PATCH 1/3] kettle", 1).to("c"),
                        patch("p2", "[PATCH 2/3] cup", 2).to("c", "p1"),
                        patch("p3", "[PATCH 3/3] spoon", 3).to("c", "p1", "p2"))
                .map(Post::mail)
                .toList());
        Random random = new Random(3);
        for (int i = 0; i < 24; i++) {
            Collections.shuffle(mails, random);
            assertThat(shown(SmartGrouping.of(mails))).containsExactly("v3 [1, 2, 3]/3 cover tea (v3)");
        }
    }

    @Test
    void mailsAreJudgedAsTheyWereSentInWhateverOrderTheyCame() {
        List<Mail> slow = new ArrayList<>(Stream.of(
                        text("c", "[PATCH 0/3] tea", 0),
                        patch("p1", "[PATCH 1/3] kettle", 10),
                        patch("p2", "[PATCH 2/3] cup", 20),
                        patch("p3", "[PATCH 3/3] spoon", 31))
                .map(Post::mail)
                .toList());
        List<Mail> alike = new ArrayList<>(Stream.of(
                        patch("a1", "[PATCH 6.1 1/2] kettle", 0),
                        patch("a2", "[PATCH 6.1 2/2] cup", 1).to("a1"),
                        patch("b1", "[PATCH 6.6 1/2] kettle", 2),
                        patch("b2", "[PATCH 6.6 2/2] cup", 3).to("b1"))
                .map(Post::mail)
                .toList());
        Random random = new Random(5);
        for (int i = 0; i < 24; i++) {
            Collections.shuffle(slow, random);
            Collections.shuffle(alike, random);
            assertThat(shown(SmartGrouping.of(slow))).containsExactly("v1 [1, 2, 3]/3 cover tea");
            assertThat(SmartGrouping.of(alike))
                    .extracting(series -> series.patches().stream()
                            .map(patch ->
                                    patch.messageId().orElseThrow().value().substring(0, 2))
                            .toList())
                    .containsExactlyInAnyOrder(List.of("a1", "a2"), List.of("b1", "b2"));
        }
    }

    @Test
    void patchesFindEachOtherThroughACoverLetterThatIsLost() {
        List<MailSeries> all = group(
                patch("p2", "[PATCH v2 2/3] cup", 2).to("c"),
                patch("p1", "[PATCH v2 1/3] kettle", 1).to("c"));
        assertThat(shown(all)).containsExactly("v2 [1, 2]/3 kettle");
        assertThat(all.get(0).missing()).containsExactly(3);
        assertThat(all.get(0).patches()).extracting(SeriesMail::basis).containsOnly(Basis.FIRST, Basis.REFERENCE);
    }

    @Test
    void withoutReferencesMarkersLead() {
        List<MailSeries> all = group(patch("p1", "[PATCH 1/2] kettle", 0), patch("p2", "[PATCH 2/2] cup", 1));
        assertThat(shown(all)).containsExactly("v1 [1, 2]/2 kettle");
        assertThat(all.get(0).patches().get(1).basis().confidence()).isEqualTo(Basis.Confidence.LIKELY);
        assertThat(shown(
                        patch("p1", "[PATCH 1/2] kettle", 0),
                        patch("p2", "[PATCH 2/2] cup", 1).from("wen@example.com")))
                .hasSize(2);
    }

    @Test
    void versionsAreReadAsReviewersWriteThem() {
        for (String prefix :
                List.of("PATCHv3 1/2", "v3 PATCH 1/2", "PATCH v3,1/2", "PATCH v3; 1/2", "RFC PATCH V3 01/02")) {
            assertThat(shown(patch("p1", "[" + prefix + "] kettle", 0)))
                    .as(prefix)
                    .containsExactly("v3 [1]/2 kettle");
        }
        List<MailSeries> minor = group(
                patch("p1", "[PATCH v5.1 1/2] kettle", 0),
                patch("q1", "[PATCH v5 1/2] kettle", 1).to("p1"));
        assertThat(shown(minor)).containsExactly("v5 [1]/2 kettle", "v5 [1]/2 kettle");
        assertThat(minor.get(0).remarks()).contains("its version is written v5.1");
    }

    @Test
    void aNewVersionInTheThreadOfTheOldOneStandsAlone() {
        assertThat(shown(
                        text("c", "[PATCH 0/2] tea", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                        patch("p2", "[PATCH 2/2] cup", 2).to("c"),
                        text("d", "[PATCH v2 0/2] tea", 600).to("c"),
                        patch("q1", "[PATCH v2 1/2] kettle", 601).to("c", "d"),
                        patch("q2", "[PATCH v2 2/2] cup", 602).to("c", "d")))
                .containsExactly("v1 [1, 2]/2 cover tea", "v2 [1, 2]/2 cover tea");
    }

    @Test
    void aSeriesThatSaysWhichOneItSupersedesIsTheVersionAfterIt() {
        List<MailSeries> all = group(
                text("c", "[PATCH v2 0/2] tea", 0),
                patch("p1", "[PATCH v2 1/2] kettle", 1).to("c"),
                patch("p2", "[PATCH v2 2/2] cup", 2).to("c"),
                text("d", "[PATCH 0/1] tea and biscuits", 600)
                        .body("Supersedes: <none@example.org>\nSupersedes: <p2@example.org>\n"),
                patch("q1", "[PATCH 1/1] kettle, cup", 601).to("d"),
                patch("r", "[PATCH v5] tea", 700)
                        .body("Supersedes: <q1@example.org>\n---\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n"));
        assertThat(shown(all))
                .containsExactly("v2 [1, 2]/2 cover tea", "v3 [1]/1 cover tea and biscuits", "v5 [1]/1 tea");
        assertThat(all.get(1).remarks())
                .containsExactly("it says that it supersedes <p2@example.org>, so it is the version after that");
        assertThat(all.get(2).remarks())
                .containsExactly("it says that it supersedes <q1@example.org>, which is version 3");
    }

    @Test
    void aNewVersionThatNamesNoneIsGuessed() {
        List<MailSeries> all = group(
                text("c", "[PATCH 0/2] tea", 0),
                patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                patch("p2", "[PATCH 2/2] cup", 2).to("c"),
                text("d", "[PATCH 0/2] tea", 600).to("c"),
                patch("q1", "[PATCH 1/2] kettle", 601).to("c", "d"),
                patch("q2", "[PATCH 2/2] cup", 602).to("c", "d"));
        assertThat(shown(all)).containsExactly("v1 [1, 2]/2 cover tea", "v2 [1, 2]/2 cover tea");
        assertThat(all.get(1).why()).anyMatch(reason -> reason.startsWith("guessed: it names no version"));
    }

    @Test
    void theSameSeriesOnceMoreIsAResendAndNoNewVersion() {
        Post p1 = patch("p1", "[PATCH 1/2] kettle", 0);
        Post p2 = patch("p2", "[PATCH 2/2] cup", 1).to("p1");
        List<MailSeries> all = group(
                p1,
                p2,
                patch("q1", "[PATCH RESEND 1/2] kettle", 600).body(p1.body()),
                patch("q2", "[PATCH RESEND 2/2] cup", 601).to("q1").body(p2.body()));
        assertThat(shown(all)).containsExactly("v1 [1, 2]/2 kettle", "v1 [1, 2]/2 kettle");
        assertThat(all.get(1).remarks()).containsExactly("it was sent before, as <p1@example.org>");
    }

    @Test
    void aPatchThatCameTwiceIntoItsThreadCountsOnceAndTheLatest() {
        List<MailSeries> all = group(
                text("c", "[PATCH 0/2] tea", 0),
                patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                patch("p2", "[PATCH 2/2] cup", 2).to("c"),
                patch("p2b", "[PATCH 2/2] cup", 30).to("c"));
        assertThat(shown(all)).containsExactly("v1 [1, 2]/2 cover tea");
        assertThat(all.get(0).patches().get(1).messageId().orElseThrow().value())
                .isEqualTo("p2b@example.org");
        assertThat(all.get(0).remarks())
                .containsExactly("patch 2 came more than once; the latest counts, not <p2@example.org>");
    }

    @Test
    void aPartialRerollIsAVersionOfItsOwn() {
        List<MailSeries> all = group(
                patch("p1", "[PATCH 1/3] kettle", 0),
                patch("p2", "[PATCH 2/3] cup", 1).to("p1"),
                patch("p3", "[PATCH 3/3] spoon", 2).to("p1"),
                patch("q2", "[PATCH v2 2/3] cup", 600).to("p1", "p2"),
                patch("q3", "[PATCH v2 3/3] spoon", 601).to("p1", "p3"));
        assertThat(shown(all)).containsExactly("v1 [1, 2, 3]/3 kettle", "v2 [2, 3]/3 (none)");
        assertThat(all.get(1).missing()).containsExactly(1);
        assertThat(all.get(1).remarks())
                .containsExactly("it is a partial reroll: the patches that are missing stand as in version 1");
    }

    @Test
    void extraPatchesStayWithTheirSeries() {
        List<MailSeries> all = group(
                text("c", "[PATCH 0/2] tea", 0),
                patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                patch("p2", "[PATCH 2/2] cup", 2).to("c"),
                patch("p3", "[PATCH 3/2] spoon", 60 * 24).to("c", "p2"));
        assertThat(shown(all)).containsExactly("v1 [1, 2, 3]/2 cover tea");
        assertThat(all.get(0).remarks()).containsExactly("more patches than the 2 announced: 3");
    }

    @Test
    void totalsThatContradictAreKeptApart() {
        List<MailSeries> all = group(
                patch("p1", "[PATCH 1/2] kettle", 0),
                patch("p2", "[PATCH 2/2] cup", 1).to("p1"),
                patch("p3", "[PATCH 3/3] spoon", 2).to("p1"));
        assertThat(shown(all)).containsExactly("v1 [1, 2]/2 kettle", "v1 [3]/3 (none)");
        assertThat(all.get(1).remarks())
                .containsExactly("it answers a series of 2 patches and says that it is of 3; they were kept apart");
    }

    @Test
    void twoSeriesOfOneSenderInOneThread() {
        assertThat(shown(
                        text("r", "[RFC] how about tea", 0),
                        patch("a1", "[PATCH 1/2] kettle", 1).to("r"),
                        patch("a2", "[PATCH 2/2] cup", 2).to("r"),
                        patch("b1", "[PATCH 1/3] tap", 3).to("r"),
                        patch("b2", "[PATCH 2/3] sink", 4).to("r"),
                        patch("b3", "[PATCH 3/3] drain", 5).to("r")))
                .containsExactly("v1 [1, 2]/2 kettle", "v1 [1, 2, 3]/3 tap");
    }

    @Test
    void aSeriesOfSomebodyElseInTheThread() {
        assertThat(shown(
                        patch("a1", "[PATCH 1/2] kettle", 0),
                        patch("a2", "[PATCH 2/2] cup", 1).to("a1"),
                        patch("b1", "[PATCH 1/2] tap", 2).to("a1").from("wen@example.com"),
                        patch("b2", "[PATCH 2/2] sink", 3).to("a1", "b1").from("wen@example.com")))
                .containsExactly("v1 [1, 2]/2 kettle", "v1 [1, 2]/2 tap");
    }

    @Test
    void aSecondGoOfSendingIsJoinedAndSaidToBeGuessed() {
        List<MailSeries> all = group(
                text("c", "[PATCH 0/4] tea", 0),
                patch("p1", "[PATCH 1/4] kettle", 1).to("c"),
                patch("p2", "[PATCH 2/4] cup", 2).to("c"),
                patch("p3", "[PATCH 3/4] spoon", 180),
                patch("p4", "[PATCH 4/4] sugar", 181).to("p3"));
        assertThat(shown(all)).containsExactly("v1 [1, 2, 3, 4]/4 cover tea");
        assertThat(all.get(0).patches().get(2).basis()).isEqualTo(Basis.HEURISTIC);
        assertThat(all.get(0).remarks())
                .containsExactly("guessed: patch 3 goes on where the first try to send stopped");
    }

    @Test
    void seriesThatLookAlikeAreToldApartByWhenTheirMailsWereSent() {
        assertThat(shown(
                        text("c", "[PATCH 0/2] tea", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1),
                        patch("p2", "[PATCH 2/2] cup", 2),
                        text("d", "[PATCH 0/2] coffee", 10),
                        patch("q2", "[PATCH 2/2] beans", 12),
                        patch("q1", "[PATCH 1/2] mill", 11)))
                .containsExactly("v1 [1, 2]/2 cover tea", "v1 [1, 2]/2 cover coffee");
        List<MailSeries> atOnce = group(
                text("c", "[PATCH 0/2] tea", 0),
                patch("p1", "[PATCH 1/2] kettle", 0),
                patch("p2", "[PATCH 2/2] cup", 0),
                text("d", "[PATCH 0/2] coffee", 0),
                patch("q1", "[PATCH 1/2] mill", 0),
                patch("q2", "[PATCH 2/2] beans", 0));
        assertThat(atOnce.get(0).patches())
                .extracting(patch -> patch.messageId().orElseThrow().value())
                .containsExactly("p1@example.org", "p2@example.org");
    }

    @Test
    void authorsMaySendTheirOwnPatchesOfASeries() {
        List<MailSeries> all = group(
                patch("p2", "[PATCH 2/3] cup", 2).to("c").from("wen@example.com"),
                text("c", "[PATCH 0/3] tea", 0),
                patch("p1", "[PATCH 1/3] kettle", 1).to("c"),
                patch("p3", "[PATCH 3/3] spoon", 3).to("c").from("cy@example.net"));
        assertThat(shown(all)).containsExactly("v1 [1, 2, 3]/3 cover tea");
        assertThat(all.get(0).remarks())
                .containsExactly(
                        "patch 2 is from another sender: wen@example.com",
                        "patch 3 is from another sender: cy@example.net");
        assertThat(shown(
                        patch("p1", "[PATCH 1/2] kettle", 1),
                        patch("p2", "[PATCH 2/2] cup", 2).to("p1").from("wen@example.com")))
                .containsExactly("v1 [1, 2]/2 kettle");
        assertThat(shown(
                        patch("p1", "[PATCH 1/2] kettle", 1),
                        patch("q2", "[PATCH 2/2] better cup", 60).to("p1").from("wen@example.com")))
                .containsExactly("v1 [1]/2 kettle", "v1 [2]/2 (none)");
    }

    @Test
    void equalTitlesForTreesThatDifferAreNoVersions() {
        List<MailSeries> all = group(
                patch("p", "[PATCH net] fix warnings", 0),
                patch("q", "[RFC PATCH bpf] fix warnings", 600),
                patch("r", "[PATCH] stir", 0),
                patch("s", "[PATCH net] stir", 600));
        assertThat(shown(all))
                .containsExactly("v1 [1]/1 fix warnings", "v1 [1]/1 fix warnings", "v1 [1]/1 stir", "v2 [1]/1 stir");
        assertThat(all.get(1).remarks())
                .containsExactly("it has the title of <p@example.org>, but is for another tree");
    }

    @Test
    void aFirstTryThatStoppedIsNoVersion() {
        Post p1 = patch("p1", "[PATCH 1/2] kettle", 1).to("c");
        List<MailSeries> all = group(
                text("c", "[PATCH 0/2] tea", 0),
                p1,
                text("d", "[PATCH 0/2] tea", 5),
                patch("q1", "[PATCH 1/2] kettle", 6).to("d").body(p1.body()),
                patch("q2", "[PATCH 2/2] cup", 7).to("d"));
        assertThat(shown(all)).containsExactly("v1 [1]/2 cover tea", "v1 [1, 2]/2 cover tea");
        assertThat(all.get(1).remarks()).containsExactly("it was sent before, as <c@example.org>");
    }

    @Test
    void versionsFollowEachOtherByTheirChangeId() {
        String change = "Hello.\n\n---\nchange-id: 20260504-tea-1f2e3d4c5b6a\n";
        List<MailSeries> all = group(
                text("c", "[PATCH v3 0/1] tea", 0).body(change),
                patch("p1", "[PATCH v3 1/1] kettle", 1).to("c"),
                text("d", "[PATCH 0/1] hot drinks", 600).body(change),
                patch("q1", "[PATCH 1/1] kettle and pot", 601).to("d"),
                text("e", "[PATCH v5 0/1] drinks", 700).body(change),
                patch("r1", "[PATCH v5 1/1] kettle, pot", 701).to("e"));
        assertThat(shown(all))
                .containsExactly("v3 [1]/1 cover tea", "v4 [1]/1 cover hot drinks", "v5 [1]/1 cover drinks");
        assertThat(all.get(1).remarks())
                .containsExactly("it has the change id of <c@example.org>, so it is the version after that");
        assertThat(all.get(2).remarks()).containsExactly("it has the change id of <d@example.org>, which is version 4");
    }

    @Test
    void aVersionThatOnlyPatchesNameIsBelieved() {
        List<MailSeries> all = group(
                text("c", "[PATCH 0/1] tea", 0),
                patch("p1", "[PATCH 1/1] kettle", 1).to("c"),
                text("d", "[PATCH 0/1] tea", 600),
                patch("q1", "[PATCH v3 1/1] kettle", 601).to("d"));
        assertThat(shown(all)).containsExactly("v1 [1]/1 cover tea", "v3 [1]/1 cover tea");
        assertThat(all.get(1).remarks()).containsExactly("it has the sender and title of version 1");
    }

    @Test
    void aPartialRerollMayBeAMinorVersion() {
        List<MailSeries> all = group(
                patch("p1", "[PATCH v2 1/2] kettle", 0),
                patch("p2", "[PATCH v2 2/2] cup", 1).to("p1"),
                patch("q2", "[PATCH v2.1 2/2] cup", 60).to("p1", "p2"),
                patch("r2", "[PATCH v3 2/2] cup", 90).to("p1", "p2", "q2"));
        assertThat(shown(all)).containsExactly("v2 [1, 2]/2 kettle", "v2 [2]/2 (none)", "v3 [2]/2 (none)");
        assertThat(all.get(1).remarks())
                .containsExactly(
                        "its version is written v2.1",
                        "it is a partial reroll: the patches that are missing stand as in version 2");
        assertThat(all.get(2).remarks())
                .containsExactly("it is a partial reroll: the patches that are missing stand as in version 2.1");
    }

    @Test
    void coverLettersThatDoNotSayZero() {
        String stat = " kettle.c | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n";
        List<MailSeries> naked = group(
                text("c", "tea for all", 0).body("Hello.\n\n" + stat),
                patch("p1", "[PATCH 1/1] kettle", 1).to("c"));
        assertThat(shown(naked)).containsExactly("v1 [1]/1 cover tea for all");
        String pull = """
                The following changes since commit 0123456789012345678901234567890123456789:

                  tea (2026-05-01)

                are available in the Git repository at:

                  https://git.example.org/tea.git tags/tea-2
                """;
        List<MailSeries> request = group(
                text("c", "[GIT PULL] tea for all", 0).body(pull),
                patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                patch("p2", "[PATCH 2/2] cup", 1).to("c"));
        assertThat(shown(request)).containsExactly("v1 [1, 2]/2 cover tea for all");
        assertThat(shown(text("c", "[GIT PULL] tea for all", 0).body(pull)))
                .containsExactly("v1 []/0 cover tea for all");
        assertThat(shown(
                        text("c", "how about tea?", 0),
                        patch("p1", "[PATCH 1/1] kettle", 1).to("c")))
                .containsExactly("v1 [1]/1 kettle");
    }

    @Test
    void singlePatchesAndTheirVersions() {
        List<MailSeries> all = group(
                patch("p", "[PATCH] kettle", 0),
                patch("q", "[PATCH v2] kettle", 600).to("p"),
                patch("o", "[PATCH] cup", 5).to("p"));
        assertThat(shown(all)).containsExactly("v1 [1]/1 kettle", "v2 [1]/1 kettle", "v1 [1]/1 cup");
        assertThat(all.get(1).remarks()).containsExactly("it answers version 1");
    }

    @Test
    void answersGoToTheirPatchThroughOtherAnswers() {
        List<MailSeries> all = group(
                text("r2", "Re: [PATCH 1/2] kettle", 9).to("p1", "r1"),
                text("c", "[PATCH 0/2] tea", 0),
                patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                text("r1", "Re: [PATCH 1/2] kettle", 8).to("p1"),
                text("r3", "Re: [PATCH 1/2] kettle", 10).to("p1", "lost"),
                patch("r4", "Re: [PATCH 0/2] tea", 11).to("c"),
                text("x", "Re: something else", 12).to("elsewhere"));
        assertThat(all).hasSize(1);
        assertThat(all.get(0).patches().get(0).replies()).hasSize(3);
        assertThat(all.get(0).cover().orElseThrow().replies()).hasSize(1);
    }

    @Test
    void aMailThatCameTwiceIsToldOf() {
        Post once = patch("p1", "[PATCH 1/1] kettle", 0);
        List<MailSeries> all = group(once, once);
        assertThat(shown(all)).containsExactly("v1 [1]/1 kettle");
        assertThat(all.get(0).remarks()).containsExactly("the mail <p1@example.org> came more than once");
    }

    @Test
    void circlesOfReferencesEnd() {
        List<MailSeries> all = group(
                text("r1", "Re: tea", 1).to("r3"),
                text("r2", "Re: tea", 2).to("r1"),
                text("r3", "Re: tea", 3).to("r2"),
                text("self", "Re: tea", 4).to("self"),
                patch("p1", "[PATCH 1/2] kettle", 5).to("p2"),
                patch("p2", "[PATCH 2/2] cup", 6).to("p1"),
                text("r4", "Re: tea", 7).to("p1", "r3"));
        assertThat(shown(all)).containsExactly("v1 [1, 2]/2 kettle");
        assertThat(all.get(0).patches().get(0).replies()).hasSize(1);
    }
}
