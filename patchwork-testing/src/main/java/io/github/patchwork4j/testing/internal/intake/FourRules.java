package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.patch.DelegationRule;
import io.github.patchwork4j.mbox.patch.PatchworkHash;
import io.github.patchwork4j.mbox.series.PatchworkIntake;
import io.github.patchwork4j.mbox.series.ServerState;
import java.util.Optional;

/** What the server 4.0 makes of a mail. */
final class FourRules implements ServerRules {
    @Override
    public PatchworkIntake intake(ServerState state) {
        return PatchworkIntake.ofPatchwork4(state);
    }

    @Override
    public String hash(String diff) {
        return PatchworkHash.ofPatchwork4(diff);
    }

    @Override
    public String pullUrl(Optional<String> pullRequest) {
        return pullRequest.orElse("");
    }

    @Override
    public long person(People people, MailAddress sender) {
        return people.inSmallLetters(sender);
    }

    @Override
    public boolean delegates(DelegationRule rule, String path) {
        return rule.fitsBySegments(path);
    }

    @Override
    public boolean tellsOfCoverFirst() {
        return true;
    }

    @Override
    public boolean coverRepliesMayDemand() {
        return true;
    }
}
