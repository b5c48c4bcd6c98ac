package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.internal.python.PythonText;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of comments that a Patchwork server takes over into the mbox of the patch or cover letter that they comment on.
 *
 * <p>It goes by the beginnings of lines and nothing else. {@link ReviewTrailer} reads what reviewers write with more care.
 */
public final class CommentTrailers {
    private static final List<String> KEYS =
            List.of("Tested-by:", "Reviewed-by:", "Acked-by:", "Signed-off-by:", "Nacked-by:", "Reported-by:");

    private CommentTrailers() {}

    /**
     * Finds the lines that begin with {@code Tested-by:}, {@code Reviewed-by:}, {@code Acked-by:}, {@code Signed-off-by:},
     * {@code Nacked-by:} or {@code Reported-by:} in any case. Indented and quoted ones do not.
     *
     * @param comment what the server stores of a comment; its lines end with line feeds
     * @return the lines as they stand there, without line feeds, each as often as it occurs
     */
    public static List<String> in(String comment) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at < comment.length(); ) {
            int end = PythonText.lineEnd(comment, at);
            for (String key : KEYS) {
                if (PythonText.startsWithIgnoreCase(comment, at, key)) {
                    found.add(comment.substring(at, end));
                    break;
                }
            }
            at = end + 1;
        }
        return List.copyOf(found);
    }

    /**
     * Puts trailers where the server puts them: behind the message, before the first line of just two or three hyphens, without an
     * empty line and whether or not they stand there already.
     *
     * @param content what the server stores of a patch or cover letter beside its diff
     * @param trailers the trailers, without line feeds
     * @return the text of the mbox up to the empty line before the diff; empty if the content and the trailers are
     */
    public static String addTo(String content, List<String> trailers) {
        int at = 0;
        while (at <= content.length() && !isHyphens(content, at)) {
            at = PythonText.lineEnd(content, at) + 1;
        }
        boolean hasNotes = at <= content.length();
        String message = PythonText.strip(hasNotes ? content.substring(0, at) : content);
        StringBuilder text = new StringBuilder(content.length() + 100);
        if (!message.isEmpty()) {
            text.append(message).append('\n');
        }
        trailers.forEach(trailer -> text.append(trailer).append('\n'));
        if (hasNotes) {
            int notes = Math.min(PythonText.lineEnd(content, at) + 1, content.length());
            text.append("---\n").append(content, notes, content.length()).append('\n');
        }
        return text.toString();
    }

    private static boolean isHyphens(String text, int from) {
        int to = PythonText.lineEnd(text, from);
        int length = to - from - (to > from && text.charAt(to - 1) == ' ' ? 1 : 0);
        return (length == 2 || length == 3) && text.startsWith("---".substring(0, length), from);
    }
}
