package io.github.patchwork4j.mbox.mail;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.Ascii;
import io.github.patchwork4j.mbox.internal.ByteSink;
import java.util.ArrayList;
import java.util.List;

/** Walks over an address list byte by byte (RFC 5322, section 3.4), with a counter where the grammar nests. */
final class AddressScanner {
    private final Bytes value;
    private final List<MailAddress> addresses = new ArrayList<>();
    private ByteSink phrase = new ByteSink(32);
    private ByteSink email = new ByteSink(32);
    private ByteSink comment = new ByteSink(16);
    private boolean bracketed;
    private int at;

    AddressScanner(Bytes value) {
        this.value = value;
    }

    List<MailAddress> addresses() {
        while (at < value.length()) {
            byte b = value.at(at++);
            switch (b) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> bracketed();
                case ',', ';' -> finish();
                case ':' -> {
                    // The name of a group; what stands in an address, such as a literal, never gets here bare.
                    if (!looksLikeAddress()) {
                        phrase = new ByteSink(32);
                    } else {
                        phrase.write(b);
                    }
                }
                default -> phrase.write(b);
            }
        }
        finish();
        return addresses;
    }

    private boolean looksLikeAddress() {
        return phrase.toBytes().indexOf((byte) '@', 0) >= 0;
    }

    private void quoted() {
        while (at < value.length()) {
            byte b = value.at(at++);
            if (b == '"') {
                return;
            }
            phrase.write(b == '\\' && at < value.length() ? value.at(at++) : b);
        }
    }

    private void comment() {
        int depth = 1;
        if (comment.length() > 0) {
            comment.write(' ');
        }
        while (at < value.length()) {
            byte b = value.at(at++);
            depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (depth == 0) {
                return;
            }
            comment.write(b == '\\' && at < value.length() ? value.at(at++) : b);
        }
    }

    private void bracketed() {
        bracketed = true;
        email = new ByteSink(32);
        while (at < value.length()) {
            byte b = value.at(at++);
            if (b == '>') {
                return;
            }
            email.write(b);
        }
    }

    private void finish() {
        Bytes words = Ascii.trim(phrase.toBytes());
        if (bracketed) {
            add(words.isEmpty() ? comment.toBytes() : words, email.toBytes());
        } else if (!words.isEmpty()) {
            add(comment.toBytes(), words);
        }
        phrase = new ByteSink(32);
        comment = new ByteSink(16);
        bracketed = false;
    }

    private void add(Bytes name, Bytes address) {
        addresses.add(new MailAddress(text(name), text(address)));
    }

    private static String text(Bytes bytes) {
        return EncodedWords.decode(Ascii.trim(bytes), 0, new ArrayList<>()).strip();
    }
}
