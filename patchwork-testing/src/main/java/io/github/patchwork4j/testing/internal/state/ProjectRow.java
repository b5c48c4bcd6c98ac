package io.github.patchwork4j.testing.internal.state;

/**
 * A project; texts that nobody set are empty.
 *
 * @param id the id
 * @param name what people read
 * @param linkName what urls carry
 * @param listId the List-Id of its mailing list
 * @param listEmail the address of the list
 * @param webUrl the home page
 * @param scmUrl where to clone
 * @param webscmUrl where to browse
 * @param subjectMatch the pattern that subjects must match when projects share a list
 * @param listArchiveUrl where old mails are
 * @param listArchiveUrlFormat how to make the address of one mail
 * @param commitUrlFormat how to make the address of one commit
 * @param showDependencies whether series tell what they depend on
 * @param useTags whether trailers are counted
 * @param sendNotifications whether changes are mailed
 */
public record ProjectRow(
        long id,
        String name,
        String linkName,
        String listId,
        String listEmail,
        String webUrl,
        String scmUrl,
        String webscmUrl,
        String subjectMatch,
        String listArchiveUrl,
        String listArchiveUrlFormat,
        String commitUrlFormat,
        boolean showDependencies,
        boolean useTags,
        boolean sendNotifications)
        implements Row {}
