package io.github.patchwork4j.mbox.series;

/** What a mail was put into its series by, from the surest to the least sure; a later version may add more. */
public enum Basis {
    /** It is the first mail of the series that was met. */
    FIRST(Confidence.CERTAIN),
    /** A mail of the series refers to it, or it refers to one, or both to a third. */
    REFERENCE(Confidence.CERTAIN),
    /** Sender, version, total and date are those of the series. */
    MARKERS(Confidence.LIKELY),
    /** Something that usually holds, such as that numbers go on where they stopped. */
    HEURISTIC(Confidence.GUESSED);

    private final Confidence confidence;

    Basis(Confidence confidence) {
        this.confidence = confidence;
    }

    /**
     * Returns how sure a decision on this basis is.
     *
     * @return the confidence
     */
    public Confidence confidence() {
        return confidence;
    }

    /** How sure a decision is. */
    public enum Confidence {
        /** The mails say so themselves. */
        CERTAIN,
        /** It would be odd if it were otherwise. */
        LIKELY,
        /** It may be otherwise; a person should look at it. */
        GUESSED
    }
}
