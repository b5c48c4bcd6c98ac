package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;

/** Makes the title of a commit out of a subject: drops what {@code git mailinfo} drops from its beginning. */
final class GitTitle {
    private final String subject;
    private final boolean keepsBrackets;
    private final StringBuilder kept = new StringBuilder();
    private int at;

    private GitTitle(String subject, boolean keepsBrackets) {
        this.subject = subject;
        this.keepsBrackets = keepsBrackets;
    }

    static String of(String subject, GitOptions options) {
        if (options.keptSubject()) {
            return subject;
        }
        GitTitle title = new GitTitle(subject, options.keptBrackets());
        while (title.steps()) {
            // goes on until something stays
        }
        return GitSpace.squeezed(GitSpace.trimmed(title.kept + subject.substring(title.at)));
    }

    /** Steps over one character, {@code Re:} or bracket; false at the first that belongs to the title. */
    private boolean steps() {
        if (at == subject.length()) {
            return false;
        }
        char c = subject.charAt(at);
        if (c == ' ' || c == '\t' || c == ':') {
            at++;
            return true;
        }
        // A subject of nothing but "Re:" is no reply to anything.
        if (PythonText.startsWithIgnoreCase(subject, at, "re:") && subject.length() - at > 3) {
            at += 3;
            return true;
        }
        int end = c == '[' ? subject.indexOf(']', at) + 1 : 0;
        if (end == 0) {
            return false;
        }
        bracket(end);
        return true;
    }

    private void bracket(int end) {
        String bracket = subject.substring(at, end);
        at = end;
        if (keepsBrackets && !bracket.contains("PATCH")) {
            kept.append(bracket);
            if (at < subject.length() && GitSpace.is(subject.charAt(at))) {
                kept.append(subject.charAt(at++));
            }
        }
    }
}
