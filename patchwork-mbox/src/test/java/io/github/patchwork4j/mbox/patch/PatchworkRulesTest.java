package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatchworkRulesTest {
    private static final String LIST = "kettle@lists.example.org";
    private static final MailAddress INES = new MailAddress("Ines Okafor", "ines@example.org");

    private static Optional<MailAddress> sender(String headers) {
        return OriginalSender.of(Mail.parse(Bytes.ofUtf8(headers + "\n\n")), LIST);
    }

    @Test
    void aSenderIsReadInEachForm() {
        assertThat(sender("From: \"Ines Okafor\" <ines@example.org>")).contains(INES);
        assertThat(sender("From: =?utf-8?q?Ines_Okafor?= <ines@example.org>")).contains(INES);
        assertThat(sender("From: ines@example.org (Ines Okafor)")).contains(INES);
        assertThat(sender("From: ines at example.org (Ines Okafor)")).contains(INES);
        assertThat(sender("From: ines@example.org")).contains(new MailAddress("", "ines@example.org"));
        assertThat(sender("From: Okafor, Ines <ines@example.org>"))
                .contains(new MailAddress("Okafor, Ines", "ines@example.org"));
        assertThat(sender("From: Ines\0\n  Okafor\n\t<ines@example.org>")).contains(INES);
        assertThat(sender("From: In\u00eas =?utf-8?q?O?= <ines@example.org>"))
                .contains(new MailAddress("In\ufffd\ufffds =?utf-8?q?O?=", "ines@example.org"));
        assertThat(sender("From: <>")).contains(new MailAddress("", "<>"));
        assertThat(sender("From: Ines <> Okafor <ines@example.org>"))
                .contains(new MailAddress("Ines <> Okafor", "ines@example.org"));
        assertThat(sender("From: (")).contains(new MailAddress("", "("));
        assertThat(sender("Subject: x")).isEmpty();
    }

    @Test
    void aListIsReplacedByWhoWroteToIt() {
        String from = "From: \"Ines Okafor via kettle\" <Kettle@lists.example.org>\n";

        assertThat(sender(from + "X-Original-From: Someone <ines@example.org>")).contains(INES);
        assertThat(sender(from + "Reply-To: Wen <wen@example.com>, Ines Okafor <ines@example.org>"))
                .contains(INES);
        assertThat(sender(from + "Cc: Wen <wen@example.com>\nCc: ines@example.org (Ines Okafor)"))
                .contains(INES);
        assertThat(sender("From: 'Ines Okafor' via x <" + LIST + ">\nCc: Ines Okafor <ines@example.org>"))
                .contains(INES);
        assertThat(sender("From: Ines Okafor via <" + LIST + ">\nCc: Ines Okafor <ines@example.org>"))
                .contains(INES);
    }

    @Test
    void aSenderWhoIsNotFoundStaysTheList() {
        MailAddress list = new MailAddress("Ines Okafor via kettle", LIST);

        assertThat(sender("From: " + list + "\nCc: Wen <wen@example.com>")).contains(list);
        assertThat(sender("From: Kettle <" + LIST + ">\nCc: ines@example.org"))
                .contains(new MailAddress("Kettle", LIST));
        assertThat(sender("From: Ines Okafor via kettle <ines@example.org>\nX-Original-From: wen@example.com"))
                .contains(new MailAddress("Ines Okafor via kettle", "ines@example.org"));
    }

    @Test
    void dependenciesAreAloneOnTheirLine() {
        String content = """
            Text.
            Depends-on: <1@example.org>
            depends-ON: https://patchwork.example.org/project/kettle/list/?series=7\s\s
            Depends-on: <2
            @example.org>
            Depends-on: http://patchwork.example.org/project/kettle/patch/3@example.org/
             Depends-on: <4@example.org>
            Depends-on:  <5@example.org>
            Depends-on: <6@example.org> and more
            Depends-on: https://
            Depends-on: https://example.org/#x
            Depends-on: <>
            Depends-on: 8
            Depends-on: <9\
            """;

        assertThat(DependsOn.parse(content))
                .containsExactly(
                        "https://patchwork.example.org/project/kettle/list/?series=7",
                        "http://patchwork.example.org/project/kettle/patch/3@example.org/",
                        "<1@example.org>",
                        "<2\n@example.org>");
    }

    @Test
    void hintsAreReadFromTheirHeaders() {
        Mail mail = Mail.parse(Bytes.ofUtf8("""
            From: ines@example.org
            Subject: x
            Message-Id: <x@example.org>
            X-Patchwork-Hint: IGNORE
            X-Patchwork-State: accepted
            X-Patchwork-Delegate: ines@example.org
            X-Patchwork-Action-Required:

            text
            """));

        assertThat(PatchworkHints.of(mail))
                .isEqualTo(new PatchworkHints(true, Optional.of("accepted"), Optional.of("ines@example.org"), true));
        assertThat(PatchMail.of(mail, Dialect.PATCHWORK).kind()).isEqualTo(PatchMail.Kind.OTHER);
        assertThat(PatchMail.of(mail, Dialect.PATCHWORK).reason()).contains("X-Patchwork-Hint");
        assertThat(PatchworkHints.of(Mail.parse(Bytes.ofUtf8("X-Patchwork-State: \n\n"))))
                .isEqualTo(new PatchworkHints(false, Optional.empty(), Optional.empty(), false));
    }

    @Test
    void pathsLoseTheirFirstComponent() {
        String diff = "--- a/x/y z\n+++ b/x/y z\n--- /dev/null\n+++ root\n@@ -1 +1 @@\n--- not a/path\n+++\n+++ \n";

        assertThat(DelegationRule.paths(diff)).containsExactly("", "x/y");
    }

    @Test
    void allPathsHaveToAgreeOnAUser() {
        List<DelegationRule> rules = List.of(
                new DelegationRule("net/*", 0, "ines"),
                new DelegationRule("net/wifi/*.[ch]", 5, "wen"),
                new DelegationRule("*", -1, "anna"));

        assertThat(DelegationRule.user(rules, List.of("net/a/b.c", "net/x"))).contains("ines");
        assertThat(DelegationRule.user(rules, List.of("net/wifi/a/b.c"))).contains("wen");
        assertThat(DelegationRule.user(rules, List.of("net/wifi/a.c", "net/x"))).isEmpty();
        assertThat(DelegationRule.user(rules.subList(0, 2), List.of("net/x", "fs/x")))
                .isEmpty();
        assertThat(DelegationRule.user(rules, List.of())).isEmpty();
        assertThat(new DelegationRule("a?[!b-d]*z", 0, "").fits("ax1z")).isTrue();
        assertThat(new DelegationRule("a?[!b-d]*z", 0, "").fits("axcz")).isFalse();
        assertThat(new DelegationRule("[]", 0, "").fits("[]")).isTrue();
        assertThat(new DelegationRule("*a".repeat(5_000) + "b", 0, "").fits("a".repeat(5_000)))
                .isFalse();
    }

    @Test
    void aCommentKeepsTextOfEveryKind() {
        String mail = """
            From: ines@example.org
            Subject: Re: x
            Message-Id: <x@example.org>
            Content-Type: multipart/mixed; boundary=b

            --b

            plain
            --b
            Content-Type: text/html

            <p>
            --b
            Content-Type: text/x-patch

            --- a/x
            --b--
            """;
        PatchMail read = PatchMail.of(Mail.parse(Bytes.ofUtf8(mail)), Dialect.PATCHWORK);

        assertThat(read.message()).isEqualTo("plain\n<p>\n--- a/x");
        assertThat(read.kind()).isEqualTo(PatchMail.Kind.COMMENT);
    }

    @Test
    void aReplyWithADiffIsACommentAndYetAPatchForGit() {
        String mail =
                "From: ines@example.org\nMessage-Id: <x@example.org>\nSubject: Re: x\n\ntry this\n\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n";
        PatchMail read = PatchMail.of(Mail.parse(Bytes.ofUtf8(mail)), Dialect.PATCHWORK);

        assertThat(read.kind()).isEqualTo(PatchMail.Kind.COMMENT);
        assertThat(read.hasGitDiff()).isTrue();
    }

    @Test
    void aProjectIsFoundByListAndSubject() {
        List<ProjectRule> rules = List.of(
                ProjectRule.of("kettle.example.org", "", "kettle"),
                ProjectRule.of("kettle.example.org", "^\\[.*\\blid\\b", "lid"),
                ProjectRule.of("pot.example.org", "pot", "pot"));

        assertThat(project(rules, "List-Id: The kettle <kettle.example.org>\nSubject: x"))
                .contains("kettle");
        assertThat(project(rules, "List-ID: kettle.example.org\nSubject: [PATCH Lid 1/2] x"))
                .contains("lid");
        assertThat(project(rules, "List-Id: a b\nX-List: <pot.example.org>\nSubject: Pot"))
                .contains("pot");
        assertThat(project(rules, "List-Id: <pot.example.org>\nSubject: x")).isEmpty();
        assertThat(project(rules, "List-Id: <a> <kettle.example.org> x\nSubject: x"))
                .contains("kettle");
        assertThat(project(rules, "List-Id: <>\nX-Mailing-List: kettle.example.org.x\nSubject: x"))
                .isEmpty();
        assertThat(ProjectRule.listIds(Mail.parse(Bytes.ofUtf8("List-Id: " + "<".repeat(100_000) + "\n\n"))))
                .hasSize(1);
    }

    private static Optional<String> project(List<ProjectRule> rules, String headers) {
        return ProjectRule.project(rules, Mail.parse(Bytes.ofUtf8(headers + "\n\n")));
    }

    @Test
    void versionZeroIsAVersion() {
        assertThat(PatchSubject.patchwork("[PATCH v0] x", List.of()).version()).isZero();
        assertThat(PatchSubject.patchwork("[PATCH v0 v2] x (v3)", List.of()).version())
                .isZero();
        assertThat(PatchSubject.git("[PATCH v0] x").version()).isEqualTo(1);
    }

    @Test
    void b4KeepsWhatPatchworkStrips() {
        String diff = "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\n+b\n";

        assertThat(PatchworkHash.asB4(diff)).isEqualTo(PatchworkHash.of(diff));
        assertThat(PatchworkHash.asB4(diff + " \n")).isNotEqualTo(PatchworkHash.of(diff + " \n"));
        assertThat(PatchworkHash.asB4(diff.replace("a\n", "a\r\n"))).isNotEqualTo(PatchworkHash.of(diff));
    }

    @Test
    void anAddressInsideOfAFoldedIdIsADependencyToo() {
        String content = "Depends-on: <1\nDepends-on: https://example.org/7/\nDepends-on: <2>\nDepends-on: <3>\n";

        assertThat(DependsOn.parse(content))
                .containsExactly(
                        "https://example.org/7/", "<1\nDepends-on: https://example.org/7/\nDepends-on: <2>", "<3>");
    }

    @Test
    void manyOpenDependenciesAreLinear() {
        String content = "Depends-on: <\n".repeat(300_000) + "> x";

        assertThat(DependsOn.parse(content)).isEmpty();
        assertThat(DependsOn.parse("Depends-on: <\n".repeat(300_000))).isEmpty();
        assertThat(sender("From: " + " at".repeat(80_000) + " <\n ()")).isPresent();
    }
}
