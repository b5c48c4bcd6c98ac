package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.mail.ContentType;
import java.util.Locale;

/** Undoes {@code format=flowed} (RFC 3676) as git does: quoting is not looked at, and a signature line stays. */
final class Flowed {
    private Flowed() {}

    static Bytes undo(Bytes content, ContentType type) {
        if (!isYes(type, "format", "flowed")) {
            return content;
        }
        boolean dropSpace = isYes(type, "delsp", "yes");
        ByteSink out = new ByteSink(content.length());
        int at = 0;
        while (at < content.length()) {
            int end = Ascii.lineEnd(content, at);
            int textEnd = content.at(end - 1) != '\n' ? end : content.startsWith("\r\n", end - 2) ? end - 2 : end - 1;
            textEnd = Math.max(textEnd, at);
            boolean signature = textEnd - at == 3 && content.startsWith("-- ", at);
            if (signature) {
                out.write(content.slice(at, end));

            } else {
                int from = at < textEnd && content.at(at) == ' ' ? at + 1 : at;
                boolean joins = textEnd > from && content.at(textEnd - 1) == ' ';
                out.write(content.slice(from, joins ? textEnd - (dropSpace ? 1 : 0) : end));
            }
            at = end;
        }
        return out.toBytes();
    }

    private static boolean isYes(ContentType type, String parameter, String wanted) {
        return type.parameter(parameter).orElse("").toLowerCase(Locale.ROOT).equals(wanted);
    }
}
