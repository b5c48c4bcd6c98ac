package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PatchNotesTest {
    private static final String TABLE = """
             f                | 2 +-
             .../g | h.c      | 3 +++
             2 files changed, 4 insertions(+), 1 deletion(-)
             create mode 100644 h.c
            """;

    private static PatchNotes parse(String notes) {
        PatchNotes parsed = PatchNotes.parse(notes);
        assertThat(parsed.sections().stream().map(PatchNotes.Section::text).collect(Collectors.joining()))
                .isEqualTo(notes);
        return parsed;
    }

    @Test
    void commentaryAndDiffstatAreToldApart() {
        PatchNotes notes = parse("Tested on a kettle | pot.\n\n" + TABLE + "\n");

        assertThat(notes.commentary()).isEqualTo("Tested on a kettle | pot.");
        assertThat(notes.first(PatchNotes.Kind.DIFFSTAT)).contains(TABLE + "\n");
        assertThat(parse("").sections()).isEmpty();
        assertThat(parse(" a | table that nothing sums up\r\n").commentary())
                .isEqualTo("a | table that nothing sums up");
    }

    @Test
    void whatGitWritesAboutAnotherVersionIsASectionOfItsOwn() {
        String interdiff = """
                Interdiff against v1:
                  diff --git a/f b/f
                  --- a/f
                  +++ b/f
                  @@ -1 +1 @@
                  -ten
                  +TEN

                """;
        String rangeDiff = """
                Range-diff against v1:
                1:  b9160ad ! 1:  ac9dafd one change
                    @@ f
                    -+ten
                    ++TEN
                -:  ------- > 2:  0123456 another

                """;
        PatchNotes notes = parse("Hello.\n\n" + interdiff + rangeDiff + TABLE);

        assertThat(notes.sections())
                .extracting(PatchNotes.Section::kind, PatchNotes.Section::text)
                .containsExactly(
                        tuple(PatchNotes.Kind.COMMENTARY, "Hello.\n\n"),
                        tuple(PatchNotes.Kind.INTERDIFF, interdiff),
                        tuple(PatchNotes.Kind.RANGE_DIFF, rangeDiff),
                        tuple(PatchNotes.Kind.DIFFSTAT, TABLE));
    }

    @Test
    void changesBetweenVersionsAreSections() {
        PatchNotes notes = parse("""
                For the next release.

                Changes in v3:
                 - boil longer

                Changes in v2:
                 - pour first
                v1 -> v2: poured
                v10 changes:
                """ + TABLE);

        assertThat(notes.sections())
                .extracting(PatchNotes.Section::kind)
                .containsExactly(
                        PatchNotes.Kind.COMMENTARY,
                        PatchNotes.Kind.CHANGES,
                        PatchNotes.Kind.CHANGES,
                        PatchNotes.Kind.CHANGES,
                        PatchNotes.Kind.CHANGES,
                        PatchNotes.Kind.DIFFSTAT);
        assertThat(notes.first(PatchNotes.Kind.CHANGES)).contains("Changes in v3:\n - boil longer\n\n");
        assertThat(notes.commentary()).startsWith("For the next").endsWith("v10 changes:");
        assertThat(parse("vi: an editor\nv2 works\n").first(PatchNotes.Kind.CHANGES))
                .isEmpty();
    }

    @Test
    void aRequestToPullIsTakenApart() {
        String request = """
                Hello,

                The following changes since commit 8697c89d877d33ab53375fd003adab738eb4edea:

                  base (2026-05-11 11:00:37 +0000)

                are available in the Git repository at:

                  git://git.example.org/kettle.git tags/t1

                for you to fetch changes up to ac9dafd87e4ac7699b8dcec6e2e843ec29e94446:

                  one change (2026-05-12 11:00:37 +0000)

                ----------------------------------------------------------------
                Tag message

                second

                ----------------------------------------------------------------
                Anna (1):
                      one | change

                 f | 2 +-
                 1 file changed, 1 insertion(+), 1 deletion(-)
                """;
        PullText pull = PullText.parse(request).orElseThrow();

        assertThat(pull.url()).isEqualTo("git://git.example.org/kettle.git tags/t1");
        assertThat(pull.base()).contains("8697c89d877d33ab53375fd003adab738eb4edea");
        assertThat(pull.head()).contains("ac9dafd87e4ac7699b8dcec6e2e843ec29e94446");
        assertThat(pull.message()).isEqualTo("Tag message\n\nsecond");
        assertThat(pull.shortlog()).isEqualTo("Anna (1):\n      one | change");
        assertThat(pull.diffstat().orElseThrow().files()).isEqualTo(1);

        PullText branch = PullText.parse(request.replace("Tag message\n\nsecond\n\n" + "-".repeat(64) + "\n", ""))
                .orElseThrow();
        assertThat(branch.message()).isEmpty();
        assertThat(branch.shortlog()).startsWith("Anna (1):");
        assertThat(PullText.parse(request.substring(request.indexOf("are available"))))
                .isEmpty();
        PullText cut =
                PullText.parse(request.substring(0, request.indexOf("for you"))).orElseThrow();
        assertThat(cut.head()).isEmpty();
        assertThat(cut.shortlog()).isEmpty();
    }

    @Test
    void attachedPatchesAreFoundByTypeOrName() {
        Mail mail = Mail.parse(Bytes.ofUtf8("""
                Content-Type: multipart/mixed; boundary=b

                --b

                See below.
                --b
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename="0001-boil.PATCH"
                Content-Transfer-Encoding: base64

                LS0tIGEveAo=
                --b
                Content-Type: text/x-diff

                --- a/y
                --b
                Content-Type: image/png; name=diff.png

                x
                --b--
                """));

        assertThat(PatchAttachment.find(mail))
                .extracting(
                        PatchAttachment::name, attached -> attached.content().utf8())
                .containsExactly(tuple("0001-boil.PATCH", "--- a/x\n"), tuple("", "--- a/y"));
    }

    @Test
    void mailsThatAreSupersededAreNamed() {
        PatchFooter footer = PatchFooter.parse("""
                Text.

                Based-on: <base@example.org>
                Supersedes: <old@example.org> (the first try)
                Supersedes: nothing > at < all
                """);

        assertThat(footer.supersedes()).containsExactly("<old@example.org>");
        assertThat(footer.all("based-on")).containsExactly("<base@example.org>");
    }
}
