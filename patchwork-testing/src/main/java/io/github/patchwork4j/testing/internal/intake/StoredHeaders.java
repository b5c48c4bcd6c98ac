package io.github.patchwork4j.testing.internal.intake;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.mail.MailHeader;
import io.github.patchwork4j.testing.internal.mbox.FoldedHeader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Writes the headers of a mail as a Patchwork server stores them: as Python folds them, in seven bits. */
final class StoredHeaders {
    private StoredHeaders() {}

    static String of(Mail mail) {
        List<String> lines = new ArrayList<>();
        for (MailHeader header : mail.headers()) {
            lines.add(FoldedHeader.fold(header.name(), value(header)));
        }
        return String.join("\n", lines);
    }

    /** The value with its line ends; bytes outside ASCII make it a word of a charset that nobody knows. */
    private static String value(MailHeader header) {
        Bytes raw = header.raw();
        int from = raw.indexOf((byte) ':', 0) + 1;
        while (from < raw.length() && (raw.at(from) == ' ' || raw.at(from) == '\t')) {
            from++;
        }
        int to = raw.length() > from && raw.at(raw.length() - 1) == '\n' ? raw.length() - 1 : raw.length();
        Bytes value = raw.slice(from, to);
        return value.isAscii() ? value.latin1() : encoded(value);
    }

    private static String encoded(Bytes value) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            int b = value.at(i) & 0xff;
            boolean plain = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || "-!*+/".indexOf(b) >= 0;
            quoted.append(b == ' ' ? "_" : plain ? String.valueOf((char) b) : String.format("=%02X", b));
        }
        String base64 = Base64.getEncoder().encodeToString(value.toArray());
        return "=?unknown-8bit?" + (base64.length() < quoted.length() ? "b?" + base64 : "q?" + quoted) + "?=";
    }
}
