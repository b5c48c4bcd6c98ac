package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.mbox.patch.PatchMail;
import java.time.Instant;
import java.util.List;

/**
 * Groups the mails of one project into series as a Patchwork server would that got them in this order, quirks included. Not for
 * several threads at once.
 */
public final class PatchworkGrouping {
    private final MemoryState state = new MemoryState();
    private final PatchworkIntake intake;

    /** Starts with an empty project that takes senders as From has them. */
    public PatchworkGrouping() {
        this.intake = PatchworkIntake.of(state);
    }

    /**
     * Starts with an empty project.
     *
     * @param listAddress the address of its mailing list; mails which that sent in its own name are traced to who wrote them
     */
    public PatchworkGrouping(String listAddress) {
        this.intake = PatchworkIntake.of(state).withListAddress(listAddress);
    }

    /**
     * Delivers the next mail.
     *
     * @param mail a mail that was read by the rules of Patchwork
     * @param arrival when it arrives; the date of a mail that has none
     * @return what the server does with it
     * @throws IllegalArgumentException if the mail was read by other rules
     */
    public Arrival add(PatchMail mail, Instant arrival) {
        Arrival what = intake.decide(mail, arrival);
        state.store(mail, what);
        return what;
    }

    /**
     * Returns what has come together so far.
     *
     * @return the series in the order in which they began
     */
    public List<MailSeries> series() {
        return state.all();
    }
}
