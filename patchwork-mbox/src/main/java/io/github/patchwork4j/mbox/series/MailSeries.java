package io.github.patchwork4j.mbox.series;

import io.github.patchwork4j.mbox.mail.MailAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Patches that belong together, with the cover letter that opens them and the answers to them.
 *
 * @param name what the series is about; empty if neither a cover letter nor patch 1 tells
 * @param version the version
 * @param total of how many patches, as the subjects say; there may be more and fewer
 * @param submitter who sent the first mail that was met of it; empty if that mail does not tell
 * @param date when that mail was sent; empty if it does not tell
 * @param cover the cover letter, if there is one
 * @param patches the patches by number, those of one number as they came
 * @param remarks what is odd about it, each a sentence for a person to read
 */
public record MailSeries(
        Optional<String> name,
        int version,
        int total,
        Optional<MailAddress> submitter,
        Optional<Instant> date,
        Optional<SeriesMail> cover,
        List<SeriesMail> patches,
        List<String> remarks) {
    /** How many numbers {@link #missing()} has at most: a subject may claim any total. */
    public static final int MAX_MISSING = 1_000;

    /**
     * Makes a series.
     *
     * @param name the name
     * @param version the version
     * @param total the total
     * @param submitter the submitter
     * @param date the date
     * @param cover the cover letter
     * @param patches the patches, copied
     * @param remarks the remarks, copied
     */
    public MailSeries {
        patches = List.copyOf(patches);
        remarks = List.copyOf(remarks);
    }

    /**
     * Counts the patches.
     *
     * @return how many have arrived, the cover letter not among them
     */
    public int received() {
        return patches.size();
    }

    /**
     * Tells which patches have not arrived.
     *
     * @return the numbers from 1 to {@link #total()} that no patch has, at most the first {@value #MAX_MISSING}
     */
    public List<Integer> missing() {
        Set<Integer> present = new HashSet<>();
        for (SeriesMail patch : patches) {
            present.add(patch.number());
        }
        List<Integer> missing = new ArrayList<>();
        for (int number = 1; number > 0 && number <= total && missing.size() < MAX_MISSING; number++) {
            if (!present.contains(number)) {
                missing.add(number);
            }
        }
        return List.copyOf(missing);
    }

    /**
     * Tells whether all patches have arrived.
     *
     * @return whether every number from 1 to {@link #total()} is there
     */
    public boolean isComplete() {
        return missing().isEmpty();
    }

    /**
     * Tells why each mail is in the series and what is odd about it.
     *
     * @return sentences for a person to read
     */
    public List<String> why() {
        List<String> why = new ArrayList<>();
        cover.ifPresent(mail -> why.add("cover: " + mail.why()));
        for (SeriesMail patch : patches) {
            why.add("patch " + patch.number() + ": " + patch.why());
        }
        why.addAll(remarks);
        return List.copyOf(why);
    }
}
