package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which mails a Patchwork server takes for one of its projects.
 *
 * @param listId the id of the project's mailing list (RFC 2919), without its brackets
 * @param subjectMatch what has to be found in the subject, in any case; empty for the project that takes all other mails of
 *     the list. It is the server's configuration, never part of a mail.
 * @param project the project's link name
 */
public record ProjectRule(String listId, Optional<Pattern> subjectMatch, String project) {
    private static final int FLAGS = Pattern.MULTILINE | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /**
     * Makes a rule.
     *
     * @param listId the id of the list
     * @param subjectMatch a regular expression; empty to match every subject
     * @param project the project's link name
     * @return the rule
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public static ProjectRule of(String listId, String subjectMatch, String project) {
        Optional<Pattern> pattern =
                subjectMatch.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(subjectMatch, FLAGS));
        return new ProjectRule(listId, pattern, project);
    }

    /**
     * Finds the project of a mail: by the first of List-Id, X-Mailing-List and X-List that names a list with a project.
     *
     * @param rules the rules of the server
     * @param mail the mail
     * @return the project of the first rule for that list whose pattern is found, or else of the last one without a pattern
     */
    public static Optional<String> project(List<ProjectRule> rules, Mail mail) {
        String subject = PythonText.normalized(SubjectReader.patchworkText(mail));
        return listIds(mail).stream()
                .flatMap(id -> project(rules, id, subject).stream())
                .findFirst();
    }

    /**
     * Finds the project of a mail that came by a known list, whatever its headers say of lists.
     *
     * @param rules the rules of the server
     * @param listId the id of the list
     * @param mail the mail
     * @return the project of the first rule for that list whose pattern is found, or else of the last one without a pattern
     */
    public static Optional<String> project(List<ProjectRule> rules, String listId, Mail mail) {
        return project(rules, listId, PythonText.normalized(SubjectReader.patchworkText(mail)));
    }

    private static Optional<String> project(List<ProjectRule> rules, String listId, String subject) {
        Optional<String> other = Optional.empty();
        for (ProjectRule rule : rules) {
            if (!rule.listId().equals(listId)) {
                continue;
            }
            if (rule.subjectMatch().isEmpty()) {
                other = Optional.of(rule.project());
            } else if (rule.subjectMatch().get().matcher(subject).find()) {
                return Optional.of(rule.project());
            }
        }
        return other;
    }

    /**
     * Finds the ids of the lists that a mail came by, as Patchwork reads them: what stands in the last pair of angle brackets, or a
     * value of one word.
     *
     * @param mail the mail
     * @return the ids in List-Id, X-Mailing-List and X-List, in this order
     */
    public static List<String> listIds(Mail mail) {
        List<String> ids = new ArrayList<>();
        for (String name : List.of("List-Id", "X-Mailing-List", "X-List")) {
            mail.headers()
                    .first(name)
                    .map(MailHeader::textAsPython)
                    .flatMap(ProjectRule::listId)
                    .ifPresent(ids::add);
        }
        return ids;
    }

    private static Optional<String> listId(String header) {
        String value = PythonText.normalized(header);
        Optional<String> found = Optional.empty();
        int open = -1;
        int before = -1;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '<') {
                before = open;
                open = i;
            } else if (value.charAt(i) == '>') {
                // In "<a<>" it is the first bracket that has something behind it.
                int from = i > open + 1 ? open : before;
                found = from < 0 ? found : Optional.of(value.substring(from + 1, i));
                open = -1;
                before = -1;
            }
        }
        if (found.isPresent()) {
            return found;
        }
        return value.isEmpty() || value.indexOf(' ') >= 0 ? Optional.empty() : Optional.of(value);
    }
}
