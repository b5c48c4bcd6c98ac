package io.github.patchwork4j.mbox.series;

import java.util.List;

/** Which series a patch or a cover letter belongs to for a Patchwork server. */
public sealed interface SeriesChoice {
    /**
     * Tells why it is this series.
     *
     * @return a sentence for a person to read
     */
    String why();

    /**
     * Tells what the choice rests on.
     *
     * @return the basis
     */
    Basis basis();

    /**
     * It belongs to a series that is there.
     *
     * @param series the series
     * @param basis what led to it
     * @param why a sentence for a person to read
     */
    record Joins(long series, Basis basis, String why) implements SeriesChoice {}

    /**
     * It is the first of a series. Submitter and date of the series are those of the mail.
     *
     * @param version the version
     * @param total of how many patches
     * @param references the message ids to store, by which later mails find the series
     * @param why a sentence for a person to read
     */
    record Begins(int version, int total, List<String> references, String why) implements SeriesChoice {
        /**
         * Makes a choice.
         *
         * @param version the version
         * @param total the total
         * @param references the references, copied
         * @param why the reason
         */
        public Begins {
            references = List.copyOf(references);
        }

        @Override
        public Basis basis() {
            return Basis.FIRST;
        }
    }
}
