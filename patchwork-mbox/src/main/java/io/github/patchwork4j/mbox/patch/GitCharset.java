package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Charsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Converts text to UTF-8 as git does: what says to be UTF-8, or nothing, is not looked at. */
final class GitCharset {
    /** Charsets of mails that we know, and the library that converts for git does not, at least not by these names. */
    private static final Set<String> UNKNOWN_TO_GIT = Set.of(
            "646",
            "cesu-8",
            "default",
            "iso-10646-ucs-2",
            "ks_c_5601-1987",
            "ksc5601",
            "ms949",
            "ms950",
            "windows-932",
            "windows-949",
            "windows-950");

    private GitCharset() {}

    /** Converts; empty if the charset is unknown or does not fit. */
    static Optional<Bytes> toUtf8(Bytes text, String charset) {
        String name = charset.toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("utf-8") || name.equals("utf8")) {
            return Optional.of(text);
        }
        return Charsets.find(name)
                .flatMap(known -> Charsets.strict(text, known))
                .map(Bytes::ofUtf8);
    }

    /** Converts; empty also if the charset is unknown to git, which then gives up on the mail. */
    static Optional<Bytes> toUtf8OrGiveUp(Bytes text, String charset) {
        String name = charset.toLowerCase(Locale.ROOT);
        boolean unknown = UNKNOWN_TO_GIT.contains(name)
                || name.startsWith("x-")
                || name.startsWith("iso-8859-8-")
                || name.indexOf('*') >= 0
                || !name.equals(name.strip());
        return unknown ? Optional.empty() : toUtf8(text, charset);
    }
}
