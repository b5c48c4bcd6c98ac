package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Charsets;
import java.util.Locale;
import java.util.Optional;

/** Converts text to UTF-8 as git does: what says to be UTF-8, or nothing, is not looked at. */
final class GitCharset {
    private GitCharset() {}

    /** Converts; empty if the charset is unknown or does not fit. */
    static Optional<Bytes> toUtf8(Bytes text, String charset) {
        String name = charset.toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("utf-8") || name.equals("utf8")) {
            return Optional.of(text);
        }
        // What only mails say, and the library that converts for git does not know.
        boolean mailOnly = name.indexOf('*') >= 0 || name.startsWith("iso-8859-8-") || !name.equals(name.strip());
        return mailOnly
                ? Optional.empty()
                : Charsets.find(name.equals("latin-1") ? "iso-8859-1" : name)
                        .flatMap(known -> Charsets.strict(text, known))
                        .map(Bytes::ofUtf8);
    }
}
