package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.mail.MailAddress;
import io.github.patchwork4j.mbox.patch.DelegationRule;
import io.github.patchwork4j.mbox.patch.PatchworkHash;
import io.github.patchwork4j.mbox.series.PatchworkIntake;
import io.github.patchwork4j.mbox.series.ServerState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the servers 3.x make of a mail. */
final class ThreeRules implements ServerRules {
    @Override
    public PatchworkIntake intake(ServerState state) {
        return PatchworkIntake.of(state);
    }

    @Override
    public String hash(String diff) {
        return PatchworkHash.of(diff);
    }

    @Override
    public @Nullable String pullUrl(Optional<String> pullRequest) {
        return pullRequest.orElse(null);
    }

    @Override
    public long person(People people, MailAddress sender) {
        return people.of(sender);
    }

    @Override
    public boolean delegates(DelegationRule rule, String path) {
        return rule.fits(path);
    }

    @Override
    public boolean tellsOfCoverFirst() {
        return false;
    }

    @Override
    public boolean coverRepliesMayDemand() {
        return false;
    }
}
