package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.mbox.mail.MailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a Patchwork server does with a mail. */
public sealed interface Arrival {
    /**
     * Tells why the server does this.
     *
     * @return a sentence for a person to read
     */
    String why();

    /**
     * What the server stores of every mail.
     *
     * @param msgid the message id, with its {@code <>} if it has them, cut as the server cuts it
     * @param name the name, cut as the server cuts it
     * @param submitter who sent it
     * @param date when, by the mail or else by its arrival
     */
    record Stored(String msgid, String name, MailAddress submitter, Instant date) {}

    /**
     * A patch or a pull request.
     *
     * @param mail what is stored
     * @param series its series
     * @param number its number in the series
     * @param seriesName the name that the series has afterwards; empty if it has none yet
     * @param dependencies the series that its {@code Depends-on:} lines name, each once
     */
    record Patch(Stored mail, SeriesChoice series, int number, Optional<String> seriesName, List<Long> dependencies)
            implements Arrival {
        /**
         * Makes an arrival.
         *
         * @param mail what is stored
         * @param series the series
         * @param number the number
         * @param seriesName the series' name
         * @param dependencies the dependencies, copied
         */
        public Patch {
            dependencies = List.copyOf(dependencies);
        }

        @Override
        public String why() {
            return series.why();
        }
    }

    /**
     * A cover letter.
     *
     * @param mail what is stored
     * @param series its series; a cover letter that this already has is replaced
     * @param seriesName the name that the series has afterwards
     * @param dependencies the series that its {@code Depends-on:} lines name, each once
     */
    record Cover(Stored mail, SeriesChoice series, Optional<String> seriesName, List<Long> dependencies)
            implements Arrival {
        /**
         * Makes an arrival.
         *
         * @param mail what is stored
         * @param series the series
         * @param seriesName the series' name
         * @param dependencies the dependencies, copied
         */
        public Cover {
            dependencies = List.copyOf(dependencies);
        }

        @Override
        public String why() {
            return series.why();
        }
    }

    /**
     * A comment on a patch.
     *
     * @param mail what is stored
     * @param patch the patch's message id
     * @param why a sentence for a person to read
     */
    record PatchComment(Stored mail, String patch, String why) implements Arrival {}

    /**
     * A comment on a cover letter.
     *
     * @param mail what is stored
     * @param cover the cover letter's message id
     * @param why a sentence for a person to read
     */
    record CoverComment(Stored mail, String cover, String why) implements Arrival {}

    /**
     * Nothing is stored.
     *
     * @param reason the kind of reason
     * @param why a sentence for a person to read
     */
    record Dropped(Reason reason, String why) implements Arrival {}

    /** Why a mail is dropped; a later version may add more. */
    enum Reason {
        /** From, Subject or Message-Id is missing or has nothing usable in it. */
        HEADERS,
        /** {@code X-Patchwork-Hint: ignore} says so. */
        HINT,
        /** It has neither a diff nor any text. */
        EMPTY,
        /** The server has it already. */
        DUPLICATE,
        /** It is a comment on nothing that the server has. */
        ORPHAN
    }
}
