package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.MailHeader;

/** Reads the text of a header as Patchwork gets it from Python. */
final class PatchworkHeader {
    private PatchworkHeader() {}

    /** Python shows each byte outside ASCII of an unencoded header as U+FFFD, and decodes no word in such a header. */
    static String text(MailHeader header) {
        Bytes value = header.value();
        if (value.isAscii()) {
            return header.text().replace("\0", "");
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (value.at(i) != 0) {
                text.append(value.at(i) < 0 ? '\ufffd' : (char) value.at(i));
            }
        }
        return text.toString();
    }
}
