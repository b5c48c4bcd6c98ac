package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.mbox.Mailbox;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.Mail;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.PersonRow;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.MailHeaders;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Patches and covers as mail: the headers of the mail come first, in clear text, and those of the server after them. The
 * rest is as in 3.x.
 *
 * @param world where the comments and people are
 */
record Mails(World world) {

    String of(List<PatchRow> patches) {
        return patches.stream().map(this::of).collect(Collectors.joining("\n"));
    }

    private String of(PatchRow patch) {
        String delegate = patch.delegate() == Row.NONE
                ? null
                : world.users().get(patch.delegate()).email();
        StringBuilder own = own(patch);
        if (delegate != null) {
            own.append("X-Patchwork-Delegate: ").append(delegate).append('\n');
        }
        return message(patch, own, new Mailbox(world).body(patch));
    }

    String of(CoverRow cover) {
        return message(cover, own(cover), new Mailbox(world).body(cover));
    }

    private StringBuilder own(Mail mail) {
        PersonRow person = world.people().get(mail.submitter());
        String name = person.name();
        String submitter = name == null || name.isEmpty() ? person.email() : name + " <" + person.email() + ">";
        return new StringBuilder("X-Patchwork-Submitter: ")
                .append(submitter)
                .append("\nX-Patchwork-Id: ")
                .append(mail.id())
                .append('\n');
    }

    private static String message(Mail mail, StringBuilder own, String body) {
        StringBuilder message = new StringBuilder(Mailbox.envelope(mail));
        for (MailHeaders.Field field : HeaderText.fields(mail.rawHeaders())) {
            if (!field.isNamed("Content-Type") && !field.isNamed("Content-Transfer-Encoding")) {
                message.append(field.name()).append(": ").append(field.value()).append('\n');
            }
        }
        return message.append(own)
                .append("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n")
                .append(body)
                .toString();
    }
}
