package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.Diagnostic;
import io.github.patchwork4j.mbox.diff.Diff;
import io.github.patchwork4j.mbox.diff.DiffFormat;
import io.github.patchwork4j.mbox.diff.FileDiff;
import io.github.patchwork4j.mbox.internal.diff.Damage;
import io.github.patchwork4j.mbox.mail.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for what in a mail may keep its patch from being what was meant. */
final class PatchDoubts {
    private PatchDoubts() {}

    static List<Diagnostic> of(Mail mail, Optional<MailInfo> mailInfo, Bytes patchText) {
        List<Diagnostic> all = new ArrayList<>(mail.diagnostics());
        all.addAll(EncodedLines.find(mail.raw()));
        if (mailInfo.isPresent() && mailInfo.get().warnsOfCr()) {
            all.add(new Diagnostic(
                    Diagnostic.Kind.MALFORMED_BODY,
                    mail.body().bodyOffset(),
                    "lines end in CR and LF, which are kept"));
        }
        for (FileDiff file : Diff.parse(patchText).files()) {
            if (file.format() == DiffFormat.TRADITIONAL && Damage.hasLostTab(file.header())) {
                all.add(new Diagnostic(
                        Diagnostic.Kind.DAMAGED_DIFF,
                        offset(mail, patchText, file),
                        "spaces instead of a tab before the time of "
                                + file.path().quoted() + ": all tabs may have become spaces"));
                break;
            }
        }
        return List.copyOf(all);
    }

    /** Where a file stands in the mail, or the body if that was encoded. */
    private static long offset(Mail mail, Bytes patchText, FileDiff file) {
        return patchText.array() == mail.raw().array()
                ? (long) patchText.offset() + file.offset() - mail.raw().offset()
                : mail.body().bodyOffset();
    }
}
