package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.patch.DelegationRule;
import io.github.patchwork4j.mbox.series.PatchworkIntake;
import io.github.patchwork4j.mbox.series.ServerState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where 3.x and 4.0 differ in what they make of a mail. */
interface ServerRules {
    /** Returns who decides what a mail is and where it belongs. */
    PatchworkIntake intake(ServerState state);

    /** Returns the hash of a diff. */
    String hash(String diff);

    /** Returns what a patch keeps of a pull request, or of none. */
    @Nullable String pullUrl(Optional<String> pullRequest);

    /** Finds the sender of a mail, or adds it. */
    long person(People people, MailAddress sender);

    /** Tells whether a path fits a rule by which patches are delegated. */
    boolean delegates(DelegationRule rule, String path);

    /** Tells whether the event of a cover letter comes before that of its series. */
    boolean tellsOfCoverFirst();

    /** Tells whether a reply to a cover letter can demand an action, as one to a patch can. */
    boolean coverRepliesMayDemand();
}
