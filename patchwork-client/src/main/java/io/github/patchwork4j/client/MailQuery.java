package io.github.patchwork4j.client;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** What the lists of patches, of cover letters and of series can all be filtered by. */
public interface MailQuery {
    /**
     * {@return the id or the link name of the project. A numeric link name does not work: it is taken for an id}
     */
    Optional<String> project();

    /**
     * {@return the id or the mail address of who sent it; of series, Patchwork 4.0 takes ids only}
     */
    Optional<String> submitter();

    /**
     * {@return the date from which on to list; the date is that of the mail, of a series that of its first mail, and
     *     mails may be dated back}
     */
    Optional<Instant> since();

    /**
     * {@return the date before which to list}
     */
    Optional<Instant> before();

    /**
     * {@return words that all must be part of the name, in any case. Patchwork 4.0 takes them for one text in which a
     *     percent sign and an underscore are wildcards}
     */
    Optional<String> search();

    /**
     * Called when a query is built.
     *
     * @throws IllegalArgumentException if a value is one that servers take for no filter, or for one that nothing
     *     passes, such as a blank text
     */
    @Value.Check
    default void validate() {
        FilterValues.refuseBlank("project", project());
        FilterValues.refuseBlank("submitter", submitter());
        FilterValues.refuseWordless("search", search());
        FilterValues.refuseOutOfRange("since", since());
        FilterValues.refuseOutOfRange("before", before());
    }
}
