package io.github.patchwork4j.mbox.series;

import static io.github.patchwork4j.mbox.series.Post.NOON;
import static io.github.patchwork4j.mbox.series.Post.patch;
import static io.github.patchwork4j.mbox.series.Post.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shapes of series that a real server was seen to group, and the edges of its rules. */
class PatchworkGroupingTest {
    private final PatchworkGrouping grouping = new PatchworkGrouping();

    private List<String> group(Post... posts) {
        for (Post post : posts) {
            add(post);
        }
        List<String> shown = new ArrayList<>();
        for (MailSeries series : grouping.series()) {
            shown.add("v%d total=%d got=%s cover=%s name=%s"
                    .formatted(
                            series.version(),
                            series.total(),
                            series.patches().stream().map(SeriesMail::number).toList(),
                            series.cover().isPresent() ? "yes" : "no",
                            series.name().orElse("(none)")));
        }
        return shown;
    }

    private Arrival add(Post post) {
        return grouping.add(post.patchwork(), NOON);
    }

    @Test
    void coverLetterAndItsPatches() {
        assertThat(group(
                        text("c", "[PATCH 0/2] tea", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                        patch("p2", "[PATCH 2/2] cup", 2).to("c")))
                .containsExactly("v1 total=2 got=[1, 2] cover=yes name=tea");
    }

    @Test
    void deepThread() {
        assertThat(group(
                        text("c", "[PATCH 0/2] tea", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                        patch("p2", "[PATCH 2/2] cup", 2).to("c", "p1")))
                .containsExactly("v1 total=2 got=[1, 2] cover=yes name=tea");
    }

    @Test
    void patchesOfOtherVersionsJoinTheSeriesOfTheirThread() {
        assertThat(group(
                        text("c", "[PATCH net-next v3 0/2] net: tea (v3)", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                        patch("p2", "[PATCH 2/2] cup", 24 * 60).to("c")))
                .containsExactly("v3 total=2 got=[1, 2] cover=yes name=net: tea (v3)");
    }

    @Test
    void morePatchesThanAnnounced() {
        assertThat(group(
                        text("c", "[PATCH 0/2] tea", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                        patch("p2", "[PATCH 2/2] cup", 2).to("c"),
                        patch("p3", "[PATCH 3/2] spoon", 3).to("c")))
                .containsExactly("v1 total=2 got=[1, 2, 3] cover=yes name=tea");
    }

    @Test
    void missingPatches() {
        assertThat(group(
                        text("c", "[PATCH 0/4] tea", 0),
                        patch("p3", "[PATCH 3/4] kettle", 1).to("c")))
                .containsExactly("v1 total=4 got=[3] cover=yes name=tea");
        assertThat(grouping.series().get(0).missing()).containsExactly(1, 2, 4);
        assertThat(grouping.series().get(0).isComplete()).isFalse();
    }

    @Test
    void withoutCoverLetterTheFirstPatchNamesTheSeries() {
        assertThat(group(
                        patch("p1", "[PATCH 1/2] kettle", 0),
                        patch("p2", "[PATCH 2/2] cup", 1).to("p1")))
                .containsExactly("v1 total=2 got=[1, 2] cover=no name=[1/2] kettle");
    }

    @Test
    void withoutFirstPatchAndCoverLetterThereIsNoName() {
        assertThat(group(patch("p2", "[PATCH 2/2] cup", 1).to("p1")))
                .containsExactly("v1 total=2 got=[2] cover=no name=(none)");
    }

    @Test
    void withoutReferencesMarkersJoin() {
        assertThat(group(
                        text("c", "[PATCH 0/2] tea", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1),
                        patch("p2", "[PATCH 2/2] cup", 2)))
                .containsExactly("v1 total=2 got=[1, 2] cover=yes name=tea");
        assertThat(grouping.series().get(0).patches())
                .extracting(SeriesMail::basis)
                .containsOnly(Basis.MARKERS);
    }

    @Test
    void withoutReferencesAndCoverLetterMarkersJoin() {
        assertThat(group(patch("p1", "[PATCH net v2 1/2] kettle", 0), patch("p2", "[PATCH net v2 2/2] cup", 1)))
                .containsExactly("v2 total=2 got=[1, 2] cover=no name=[net,v2,1/2] kettle");
    }

    @Test
    void coverLettersDoNotLookForMarkers() {
        assertThat(group(
                        patch("p1", "[PATCH 1/2] kettle", 0),
                        text("c", "[PATCH 0/2] tea", 1),
                        patch("p2", "[PATCH 2/2] cup", 2)))
                .containsExactly(
                        "v1 total=2 got=[1] cover=no name=[1/2] kettle", "v1 total=2 got=[2] cover=yes name=tea");
    }

    @Test
    void inAnyOrder() {
        assertThat(group(
                        patch("p2", "[PATCH 2/2] cup", 2).to("c"),
                        patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                        text("c", "[PATCH 0/2] tea", 0)))
                .containsExactly("v1 total=2 got=[1, 2] cover=yes name=tea");
        assertThat(grouping.series().get(0).date()).contains(NOON.plusSeconds(120));
    }

    @Test
    void singlePatch() {
        assertThat(group(patch("p", "[PATCH] kettle", 0))).containsExactly("v1 total=1 got=[1] cover=no name=kettle");
    }

    @Test
    void aPatchOfAnotherVersionThatDoesNotReferHasASeriesOfItsOwn() {
        assertThat(group(patch("p1", "[PATCH 1/2] kettle", 0), patch("p2", "[PATCH v2 2/2] cup", 1)))
                .containsExactly(
                        "v1 total=2 got=[1] cover=no name=[1/2] kettle", "v2 total=2 got=[2] cover=no name=(none)");
    }

    @Test
    void severalReferencesAreTriedFromTheNearest() {
        assertThat(group(
                        text("old", "[PATCH 0/2] water", 0),
                        text("c", "[PATCH v2 0/2] tea", 100).to("old"),
                        patch("p1", "[PATCH v2 1/2] kettle", 101).to("old", "c"),
                        patch("p2", "[PATCH v2 2/2] cup", 102).to("old", "c", "p1")))
                .containsExactly("v1 total=2 got=[] cover=yes name=water", "v2 total=2 got=[1, 2] cover=yes name=tea");
    }

    @Test
    void theSameSeriesAgainIsAnotherOne() {
        Post[] twice = {
            patch("a1", "[PATCH 1/2] kettle", 0),
            patch("a2", "[PATCH 2/2] cup", 1).to("a1"),
            patch("b1", "[PATCH 1/2] kettle", 600).to("a1"),
            patch("b2", "[PATCH 2/2] cup", 601).to("a1", "b1"),
        };
        assertThat(group(twice))
                .containsExactly(
                        "v1 total=2 got=[1, 2] cover=no name=[1/2] kettle",
                        "v1 total=2 got=[1, 2] cover=no name=[1/2] kettle");
    }

    @Test
    void anotherVersionInReplyToTheFirst() {
        assertThat(group(
                        patch("a1", "[PATCH 1/2] kettle", 0),
                        patch("a2", "[PATCH 2/2] cup", 1).to("a1"),
                        patch("b1", "[PATCH v2 1/2] kettle", 600).to("a1"),
                        patch("b2", "[PATCH v2 2/2] cup", 601).to("a1", "b1")))
                .containsExactly(
                        "v1 total=2 got=[1, 2] cover=no name=[1/2] kettle",
                        "v2 total=2 got=[1, 2] cover=no name=[v2,1/2] kettle");
    }

    @Test
    void theSamePatchAgainAndAgain() {
        assertThat(group(
                        patch("a", "[PATCH v2 1/4] kettle", 0),
                        patch("b", "[PATCH v2 1/4] kettle", 30),
                        patch("c", "[PATCH v2 1/4] kettle", 60)))
                .hasSize(3)
                .containsOnly("v2 total=4 got=[1] cover=no name=[v2,1/4] kettle");
    }

    @Test
    void aPatchWithoutNumberInAThreadIsOnItsOwn() {
        assertThat(group(
                        text("c", "[PATCH 0/2] tea", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                        patch("x", "[PATCH] an orphan", 2).to("c", "p1")))
                .containsExactly("v1 total=2 got=[1] cover=yes name=tea", "v1 total=1 got=[1] cover=no name=an orphan");
    }

    @Test
    void patchesAsMercurialSendsThem() {
        assertThat(group(
                        text("c", "[PATCH 0 of 2] tea", 0),
                        patch("p1", "[PATCH 1 of 2] kettle", 1).to("c"),
                        patch("p2", "[PATCH 2 of 2] cup", 2).to("c")))
                .containsExactly("v1 total=2 got=[1, 2] cover=yes name=tea");
        assertThat(new PatchworkGrouping()
                        .add(patch("q", "[PATCH 1 of 2] kettle", 1).patchwork(), NOON))
                .isInstanceOfSatisfying(
                        Arrival.Patch.class,
                        patch -> assertThat(patch.seriesName()).contains("[1 of 2] kettle"));
    }

    @Test
    void aNewVersionOnItsOwn() {
        assertThat(group(
                        text("c", "[PATCH 0/1] tea", 0),
                        patch("p1", "[PATCH 1/1] kettle", 1).to("c"),
                        text("d", "[PATCH v2 0/1] tea", 60),
                        patch("q1", "[PATCH v2 1/1] kettle", 61).to("d")))
                .containsExactly("v1 total=1 got=[1] cover=yes name=tea", "v2 total=1 got=[1] cover=yes name=tea");
    }

    @Test
    void aNewVersionWithoutCoverLetter() {
        assertThat(group(
                        text("c", "[PATCH 0/2] tea", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                        patch("p2", "[PATCH 2/2] cup", 2).to("c"),
                        patch("q1", "[PATCH v2 1/2] kettle", 60),
                        patch("q2", "[PATCH v2 2/2] cup", 61).to("q1")))
                .containsExactly(
                        "v1 total=2 got=[1, 2] cover=yes name=tea",
                        "v2 total=2 got=[1, 2] cover=no name=[v2,1/2] kettle");
    }

    @Test
    void aNewVersionOutOfOrder() {
        assertThat(group(
                        text("c", "[PATCH 0/2] tea", 0),
                        patch("p1", "[PATCH 1/2] kettle", 1).to("c"),
                        patch("p2", "[PATCH 2/2] cup", 2).to("c"),
                        patch("q2", "[PATCH v2 2/2] cup", 62).to("d"),
                        patch("q1", "[PATCH v2 1/2] kettle", 61).to("d"),
                        text("d", "[PATCH v2 0/2] tea", 60)))
                .containsExactly(
                        "v1 total=2 got=[1, 2] cover=yes name=tea", "v2 total=2 got=[1, 2] cover=yes name=tea");
    }

    @Test
    void aNewVersionInReplyToCoverLetterOrPatch() {
        for (String parent : List.of("c", "p1")) {
            PatchworkGroupingTest fresh = new PatchworkGroupingTest();
            String[] chain = parent.equals("c") ? new String[] {"c"} : new String[] {"c", "p1"};
            assertThat(fresh.group(
                            text("c", "[PATCH 0/1] tea", 0),
                            patch("p1", "[PATCH 1/1] kettle", 1).to("c"),
                            text("d", "[PATCH v2 0/1] tea", 60).to(chain),
                            patch("q1", "[PATCH v2 1/1] kettle", 61).to("c", "d")))
                    .containsExactly("v1 total=1 got=[1] cover=yes name=tea", "v2 total=1 got=[1] cover=yes name=tea");
        }
    }

    @Test
    void aNewVersionOfASinglePatchInReplyToIt() {
        assertThat(group(
                        patch("p", "[PATCH] kettle", 0),
                        patch("q", "[PATCH v2] kettle", 60).to("p")))
                .containsExactly(
                        "v1 total=1 got=[1] cover=no name=kettle", "v2 total=1 got=[1] cover=no name=[v2] kettle");
    }

    @Test
    void patchesWithoutReferencesOfTwoSeriesThatLookAlike() {
        assertThat(group(
                        patch("a1", "[PATCH net v2 1/2] kettle", 0),
                        patch("a2", "[PATCH net v2 2/2] cup", 1),
                        patch("b1", "[PATCH net v2 1/2] kettle", 5),
                        patch("b2", "[PATCH net v2 2/2] cup", 6)))
                .hasSize(2)
                .containsOnly("v2 total=2 got=[1, 2] cover=no name=[net,v2,1/2] kettle");
    }

    @Test
    void theSameCoverLetterNameAgain() {
        assertThat(group(
                        text("c", "[PATCH 0/1] tea", 0),
                        patch("p1", "[PATCH 1/1] kettle", 1).to("c"),
                        text("d", "[PATCH 0/1] tea", 60),
                        patch("q1", "[PATCH 1/1] kettle", 61).to("d")))
                .hasSize(2)
                .containsOnly("v1 total=1 got=[1] cover=yes name=tea");
    }

    @Test
    void aNameLikeThatOfACoverLetterMakesAReplyAComment() {
        group(text("c", "[PATCH 0/1] tea", 0));
        assertThat(add(text("r", "[PATCH 0/1] tea", 60).to("c")))
                .isInstanceOfSatisfying(
                        Arrival.CoverComment.class,
                        comment -> assertThat(comment.cover()).isEqualTo("<c@example.org>"));
        assertThat(add(text("d", "[PATCH v2 0/1] tea", 60).to("c"))).isInstanceOf(Arrival.Cover.class);
        // Two of one name are no better.
        add(text("e", "[PATCH 0/1] tea", 70));
        assertThat(add(text("s", "[PATCH 0/1] tea", 80).to("c"))).isInstanceOf(Arrival.CoverComment.class);
    }

    @Test
    void exactlyTwentyMinutesAreNotTooLate() {
        assertThat(group(patch("p1", "[PATCH 1/3] kettle", 0), patch("p2", "[PATCH 2/3] cup", 20)))
                .containsExactly("v1 total=3 got=[1, 2] cover=no name=[1/3] kettle");
        assertThat(add(patch("p3", "[PATCH 3/3] spoon", 0).at(NOON.plusSeconds(20 * 60 + 1))))
                .isInstanceOfSatisfying(
                        Arrival.Patch.class,
                        patch -> assertThat(patch.series()).isInstanceOf(SeriesChoice.Begins.class));
        assertThat(add(patch("p4", "[PATCH 3/3] spoon", 0).at(NOON.minusSeconds(20 * 60))))
                .isInstanceOfSatisfying(
                        Arrival.Patch.class,
                        patch -> assertThat(patch.series()).isInstanceOf(SeriesChoice.Joins.class));
    }

    @Test
    void ofSeveralSeriesThatLookAlikeTheNewestWithoutTheNumberIsChosen() {
        assertThat(group(
                        patch("a1", "[PATCH 1/3] kettle", 10),
                        patch("b1", "[PATCH 1/3] kettle", 0),
                        patch("c2", "[PATCH 2/3] cup", 5),
                        patch("d2", "[PATCH 2/3] cup", 5),
                        patch("e2", "[PATCH 2/3] cup", 5)))
                .containsExactly(
                        "v1 total=3 got=[1, 2] cover=no name=[1/3] kettle",
                        "v1 total=3 got=[1, 2] cover=no name=[1/3] kettle",
                        "v1 total=3 got=[2] cover=no name=(none)");
    }

    @Test
    void sendersAreComparedWithoutCase() {
        assertThat(group(
                        patch("p1", "[PATCH 1/2] kettle", 0),
                        patch("p2", "[PATCH 2/2] cup", 1).from("I. Okafor <INES@Example.org>")))
                .hasSize(1);
        assertThat(group(patch("p3", "[PATCH 2/2] cup", 1).from("Wen Adeyemi <wen@example.com>")))
                .hasSize(2);
    }

    @Test
    void numberZeroWithADiffIsAPatch() {
        assertThat(group(patch("p0", "[PATCH 0/2] tea", 0), patch("p1", "[PATCH 1/2] kettle", 1)))
                .containsExactly("v1 total=2 got=[0, 1] cover=no name=[1/2] kettle");
    }

    @Test
    void aTotalOfZeroMakesASinglePatch() {
        assertThat(group(patch("p", "[PATCH 3/0] kettle", 0)))
                .containsExactly("v1 total=1 got=[1] cover=no name=[3/0] kettle");
    }

    @Test
    void theCoverLetterRenamesASeriesThatItsFirstPatchNamed() {
        group(patch("p1", "[PATCH 1/2] kettle", 1).to("c"));
        assertThat(grouping.series().get(0).name()).contains("[1/2] kettle");
        assertThat(group(text("c", "[PATCH 0/2] tea", 0))).containsExactly("v1 total=2 got=[1] cover=yes name=tea");
    }

    @Test
    void aRepliedDiffIsAComment() {
        group(patch("p", "[PATCH] kettle", 0));
        assertThat(add(patch("r", "Re: [PATCH] kettle", 5).to("p")))
                .isInstanceOfSatisfying(
                        Arrival.PatchComment.class,
                        comment -> assertThat(comment.patch()).isEqualTo("<p@example.org>"));
    }

    @Test
    void commentsFindTheirPatchThroughOtherComments() {
        group(
                text("c", "[PATCH 0/1] tea", 0),
                patch("p1", "[PATCH 1/1] kettle", 1).to("c"),
                text("r1", "Re: [PATCH 1/1] kettle", 2).to("p1"),
                text("r2", "Re: [PATCH 1/1] kettle", 3).to("r1"),
                text("s1", "Re: [PATCH 0/1] tea", 4).to("c"),
                text("s2", "Re: [PATCH 0/1] tea", 5).to("s1"));
        MailSeries series = grouping.series().get(0);
        assertThat(series.patches().get(0).replies()).hasSize(2);
        assertThat(series.cover().orElseThrow().replies()).hasSize(2);
    }

    @Test
    void aPatchFurtherAwayGoesBeforeACoverLetterThatIsNearer() {
        group(
                text("c", "[PATCH 0/1] tea", 0),
                patch("p1", "[PATCH 1/1] kettle", 1).to("c"));
        assertThat(add(text("r", "Re: [PATCH 0/1] tea", 2).to("p1", "c"))).isInstanceOf(Arrival.PatchComment.class);
    }

    @Test
    void whatTheServerDropsSaysWhy() {
        group(
                text("c", "[PATCH 0/1] tea", 0),
                patch("p", "[PATCH] kettle", 0),
                text("r", "Re: kettle", 1).to("p"));
        assertThat(reason(patch("p", "[PATCH] kettle", 9))).isEqualTo(Arrival.Reason.DUPLICATE);
        assertThat(reason(text("c", "[PATCH 0/1] tea", 9))).isEqualTo(Arrival.Reason.DUPLICATE);
        assertThat(reason(text("r", "Re: kettle", 9).to("p"))).isEqualTo(Arrival.Reason.DUPLICATE);
        assertThat(reason(text("x", "Hello", 9))).isEqualTo(Arrival.Reason.ORPHAN);
        assertThat(reason(text("x", "Re: Hello", 9).to("unknown"))).isEqualTo(Arrival.Reason.ORPHAN);
        assertThat(reason(text("x", "Re: kettle", 9).to("p").body(""))).isEqualTo(Arrival.Reason.EMPTY);
        assertThat(reason(text("x", "Re: kettle\nX-Patchwork-Hint: IGNORE", 9).to("p")))
                .isEqualTo(Arrival.Reason.HINT);
        assertThat(reason(patch("x", "[PATCH] kettle", 9).from(""))).isEqualTo(Arrival.Reason.HEADERS);
        assertThat(grouping.series()).hasSize(2);
    }

    private Arrival.Reason reason(Post post) {
        Arrival arrival = add(post);
        assertThat(arrival.why()).isNotEmpty();
        return ((Arrival.Dropped) arrival).reason();
    }

    @Test
    void dependenciesAreSeriesOfPatchesAndCoverLetters() {
        group(text("c", "[PATCH 0/1] tea", 0), patch("p", "[PATCH] kettle", 60));
        String body = """
                Needs more.

                Depends-on: <p@example.org>
                Depends-on: <c@example.org>
                Depends-on: <p@example.org>
                Depends-on: <nobody@example.org>
                """;
        Post needy = patch("n", "[PATCH] cup", 90);
        assertThat(add(needy.body(body + needy.body())))
                .isInstanceOfSatisfying(
                        Arrival.Patch.class,
                        patch -> assertThat(patch.dependencies()).containsExactly(1L, 0L));
    }

    @Test
    void longMessageIdsAreCutAsTheServersColumnsDo() {
        String id = "x".repeat(300);
        group(patch(id, "[PATCH 1/2] kettle", 0));
        assertThat(group(patch("p2", "[PATCH 2/2] cup", 600).to(id))).hasSize(1);
        assertThat(reason(patch(id + "y", "[PATCH 1/2] kettle", 9))).isEqualTo(Arrival.Reason.DUPLICATE);
    }

    @Test
    void mailsReadByOtherRulesAreRefused() {
        PatchMail git = PatchMail.of(patch("p", "[PATCH] kettle", 0).mail(), Dialect.GIT);

        assertThatThrownBy(() -> grouping.add(git, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GIT");
    }
}
