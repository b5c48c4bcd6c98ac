package io.github.patchwork4j.mbox.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailAddress;
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
        assertThat(sender("From: <>")).contains(new MailAddress("", "<>"));
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
                Depends-on: <9""";

        assertThat(DependsOn.parse(content))
                .containsExactly(
                        "https://patchwork.example.org/project/kettle/list/?series=7",
                        "http://patchwork.example.org/project/kettle/patch/3@example.org/",
                        "<1@example.org>",
                        "<2\n@example.org>");
    }

    @Test
    void manyOpenDependenciesAreLinear() {
        String content = "Depends-on: <\n".repeat(300_000) + "> x";

        assertThat(DependsOn.parse(content)).isEmpty();
        assertThat(DependsOn.parse("Depends-on: <\n".repeat(300_000))).isEmpty();
        assertThat(sender("From: " + " at".repeat(80_000) + " <\n ()")).isPresent();
    }
}
