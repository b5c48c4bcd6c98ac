package io.github.patchwork4j.mbox.patch;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a subject such as {@code [PATCH v2 3/7] frob: nicate} says about its place in a series.
 *
 * @param name the subject as the dialect shows it: {@code frob: nicate} for git, {@code [v2,3/7] frob: nicate} for Patchwork
 * @param prefixes what stands in the brackets, without {@code PATCH}, in its order
 * @param number which patch it is, 0 for a cover letter; empty if the subject does not say
 * @param total of how many; empty if the subject does not say
 * @param version the version of the series, 1 if the subject does not say
 */
public record PatchSubject(String name, List<String> prefixes, OptionalInt number, OptionalInt total, int version) {
    /**
     * Makes a subject.
     *
     * @param name the name
     * @param prefixes the prefixes, copied
     * @param number the number
     * @param total the total
     * @param version the version
     */
    public PatchSubject {
        prefixes = List.copyOf(prefixes);
    }

    /**
     * Reads a subject by git's rules: the name is what {@code git am} would make the title.
     *
     * @param subject the decoded subject
     * @return what it says; {@code PATCHv3} counts as version 3
     */
    public static PatchSubject git(String subject) {
        return SubjectReader.git(subject, GitOptions.DEFAULT);
    }

    /**
     * Reads a subject by git's rules.
     *
     * @param subject the decoded subject
     * @param options how much of it the name keeps; the numbers are read all the same
     * @return what it says; {@code PATCHv3} counts as version 3
     */
    public static PatchSubject git(String subject, GitOptions options) {
        return SubjectReader.git(subject, options);
    }

    /**
     * Reads a subject by Patchwork's rules.
     *
     * @param subject the decoded subject
     * @param dropped prefixes that are dropped whatever their case, such as the link name of the project
     * @return what it says; {@code PATCHv3} is not a version for Patchwork
     */
    public static PatchSubject patchwork(String subject, List<String> dropped) {
        return SubjectReader.patchwork(subject, dropped);
    }
}
