package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.DeliveredMail;
import io.github.patchwork4j.testing.DeliveredMail.Kind;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.recorded.Json;
import io.github.patchwork4j.testing.recorded.RawClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What 4.0 makes of mails, where that differs from 3.x. */
class Patchwork4MailTest {
    private static final String DIFF = "--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@ main\n-old\n+new\n";

    private final List<FakePatchwork> started = new ArrayList<>();
    private final FakePatchwork four = start(Profile.PATCHWORK_4_0);
    private final FakePatchwork three = start(Profile.PATCHWORK_3_2);

    private FakePatchwork start(Profile profile) {
        FakePatchwork fake = FakePatchwork.builder()
                .profile(profile)
                .project("kettle", "kettle.example.org")
                .lenient()
                .start();
        started.add(fake);
        return fake;
    }

    @AfterEach
    void close() {
        started.forEach(FakePatchwork::close);
    }

    private static String mail(String minute, String id, String subject, String headers, String body) {
        return "From: Ann Ode <Ann@Example.org>\nSubject: " + subject + "\nDate: Mon, 2 Mar 2026 08:" + minute
                + ":00 +0000\nMessage-Id: <" + id + "@example.org>\nList-Id: <kettle.example.org>\n" + headers + "\n"
                + body;
    }

    private static String patch(String minute, String id, String subject, String headers) {
        return mail(minute, id, subject, headers, "Text.\n---\n" + DIFF);
    }

    private static DeliveredMail deliver(FakePatchwork fake, String mail) {
        return fake.deliver(mail).get(0);
    }

    private static Map<String, Object> object(FakePatchwork fake, String path) throws Exception {
        return Json.object(Json.parse(get(fake, path)));
    }

    private static String get(FakePatchwork fake, String path) throws Exception {
        return new RawClient(fake.port())
                .send("GET", "/api/1.4/" + path, Map.of("User-Agent", "mail-test/1"), ByteString.EMPTY)
                .text();
    }

    private static List<Object> categories(FakePatchwork fake) throws Exception {
        return Json.list(Json.parse(get(fake, "events/?order=date"))).stream()
                .map(event -> Json.object(event).get("category"))
                .toList();
    }

    @Test
    void theHashIsTakenWithoutTheNewlinesOfNamesAndHunkHeads() throws Exception {
        deliver(four, patch("00", "1", "[PATCH] boil", ""));
        deliver(three, patch("00", "1", "[PATCH] boil", ""));

        assertThat(object(four, "patches/1/").get("hash")).isEqualTo(sha1("--- a/a.c+++ b/a.c@@ -1 +1 @@-old\n+new\n"));
        assertThat(object(three, "patches/1/").get("hash"))
                .isEqualTo(sha1("--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-old\n+new\n"));
    }

    private static String sha1(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    @Test
    void aCoverLetterIsToldOfBeforeItsSeries() throws Exception {
        for (FakePatchwork fake : List.of(four, three)) {
            deliver(fake, mail("00", "0", "[PATCH 0/1] kettle", "", "A cover.\n"));
            deliver(fake, patch("01", "1", "[PATCH 1/1] boil", "References: <0@example.org>\n"));
        }

        assertThat(categories(four))
                .containsExactly(
                        "cover-created", "series-created", "patch-created", "patch-completed", "series-completed");
        assertThat(categories(three)).startsWith("series-created", "cover-created");
    }

    @Test
    void aThreadThatTookLongFallsApart() throws Exception {
        for (FakePatchwork fake : List.of(four, three)) {
            deliver(fake, mail("00", "0", "[PATCH 0/3] kettle", "", "A cover.\n"));
            deliver(fake, patch("20", "1", "[PATCH 1/3] boil", "References: <0@example.org>\n"));
            deliver(fake, patch("21", "2", "[PATCH 2/3] pour", "References: <0@example.org>\n"));
            deliver(fake, patch("40", "3", "[PATCH 3/3] wait", "References: <0@example.org>\n"));
        }

        assertThat(object(three, "series/1/")).containsEntry("received_total", 3.0);
        assertThat(object(four, "series/1/"))
                .containsEntry("received_total", 1.0)
                .containsEntry("name", "kettle");
        assertThat(object(four, "series/2/"))
                .containsEntry("received_total", 2.0)
                .containsEntry("received_all", false)
                .containsEntry("name", null);
    }

    @Test
    void anotherVersionBelowTheFirstOneIsASeriesOfItsOwn() {
        deliver(four, mail("00", "0", "[PATCH 0/1] kettle", "", "A cover.\n"));
        String below = "References: <0@example.org>\n";

        assertThat(deliver(four, patch("01", "1", "[PATCH 1/1] boil", below)).series())
                .isEqualTo(1);
        assertThat(deliver(four, patch("02", "2", "[PATCH v2 1/1] boil", below)).series())
                .isEqualTo(2);
        assertThat(deliver(four, patch("03", "3", "[PATCH 1/2] boil", below)).series())
                .isEqualTo(3);
    }

    @Test
    void aSecondSeriesOfTheSameShapeTakesTheCoverOfTheFirst() throws Exception {
        deliver(four, mail("00", "a0", "[PATCH 0/1] kettle", "", "A cover.\n"));
        deliver(four, patch("01", "a1", "[PATCH 1/1] boil", "References: <a0@example.org>\n"));
        DeliveredMail cover = deliver(four, mail("05", "b0", "[PATCH 0/1] teapot", "", "Another.\n"));
        DeliveredMail patch = deliver(four, patch("06", "b1", "[PATCH 1/1] brew", "References: <b0@example.org>\n"));

        assertThat(cover.series()).isEqualTo(1);
        assertThat(patch.series()).isEqualTo(2);
        assertThat(Json.object(object(four, "series/1/").get("cover_letter")))
                .containsEntry("msgid", "<b0@example.org>");
        assertThat(object(four, "series/2/"))
                .containsEntry("cover_letter", null)
                .containsEntry("name", "[1/1] brew");
    }

    @Test
    void aCoverLetterBelowAnotherOneOfItsNameIsACoverLetter() {
        String below = "References: <0@example.org>\n";
        for (FakePatchwork fake : List.of(four, three)) {
            deliver(fake, mail("00", "0", "[PATCH 0/1] kettle", "", "A cover.\n"));
        }

        assertThat(deliver(four, mail("30", "1", "[PATCH 0/1] kettle", below, "Again.\n"))
                        .kind())
                .isEqualTo(Kind.COVER);
        assertThat(deliver(three, mail("30", "1", "[PATCH 0/1] kettle", below, "Again.\n"))
                        .kind())
                .isEqualTo(Kind.COVER_COMMENT);
    }

    @Test
    void ofReferencesTheFirstCountsMost() {
        for (FakePatchwork fake : List.of(four, three)) {
            deliver(fake, patch("00", "1", "[PATCH 1/2] boil", ""));
            deliver(fake, patch("01", "2", "[PATCH 2/2] pour", ""));
        }
        String reply = mail("02", "r", "Re: boil", "References: <1@example.org> <2@example.org>\n", "Fine.\n");

        assertThat(deliver(four, reply).why()).contains("<1@example.org>");
        assertThat(deliver(three, reply).why()).contains("<2@example.org>");
    }

    @Test
    void aReplyToACoverLetterCanDemandAnAction() throws Exception {
        for (FakePatchwork fake : List.of(four, three)) {
            deliver(fake, mail("00", "0", "[PATCH 0/1] kettle", "", "A cover.\n"));
            deliver(
                    fake,
                    mail(
                            "01",
                            "r",
                            "Re: kettle",
                            "In-Reply-To: <0@example.org>\nX-Patchwork-Action-Required: yes\n",
                            "No.\n"));
        }

        assertThat(object(four, "covers/1/comments/1/")).containsEntry("addressed", false);
        assertThat(object(three, "covers/1/comments/1/")).containsEntry("addressed", null);
    }

    @Test
    void peopleHaveSmallLettersAndLoseTheirNames() throws Exception {
        deliver(four, patch("00", "1", "[PATCH] boil", ""));
        assertThat(object(four, "people/1/"))
                .containsEntry("email", "ann@example.org")
                .containsEntry("name", "Ann Ode");

        deliver(four, patch("01", "2", "[PATCH] pour", "").replace("Ann Ode <Ann@Example.org>", "ann@example.org"));
        assertThat(object(four, "people/1/")).containsEntry("name", "");
    }

    @Test
    void namesAreNotCutAndNoPullRequestIsAnEmptyOne() throws Exception {
        String longName = "x".repeat(300);
        deliver(four, patch("00", "1", "[PATCH] " + longName, ""));

        assertThat(object(four, "patches/1/")).containsEntry("name", longName).containsEntry("pull_url", "");
        assertThat(object(four, "patches/1/")).doesNotContainKey("commit_ref");
    }

    @Test
    void whatAMachineWroteAndWhatHasNoBracketsIsRefused() {
        String machine = patch("00", "1", "[PATCH] boil", "Auto-Submitted: auto-generated\n");
        String bare = patch("00", "2", "[PATCH] boil", "").replace("<2@example.org>", "2@example.org");

        assertThat(deliver(four, machine).why()).contains("Auto-Submitted");
        assertThat(deliver(four, bare).why()).contains("angle brackets");
        assertThat(deliver(three, machine).kind()).isEqualTo(Kind.PATCH);
        assertThat(deliver(three, bare).kind()).isEqualTo(Kind.PATCH);
    }
}
