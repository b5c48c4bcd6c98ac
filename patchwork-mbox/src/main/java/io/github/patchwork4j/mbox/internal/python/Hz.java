package io.github.patchwork4j.mbox.internal.python;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import io.github.patchwork4j.mbox.internal.Charsets;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads HZ (RFC 1843), Chinese between ASCII in seven bits, which Java does not know. */
final class Hz {
    private static final Charset CHINESE = Charset.forName("GB2312");

    private Hz() {}

    /** Decodes strictly; empty if the bytes are not HZ. */
    static Optional<String> decode(Bytes bytes) {
        ByteSink out = new ByteSink(bytes.length());
        boolean chinese = false;
        int at = 0;
        while (at < bytes.length()) {
            int b = bytes.at(at);
            int next = at + 1 < bytes.length() ? bytes.at(at + 1) : -1;
            if (b < 0 || ((chinese || b == '~') && next < 0)) {
                return Optional.empty();
            }
            if (b == '~') {
                boolean escaped = next == '~' && !chinese;
                if (escaped) {
                    out.write((byte) '~');
                } else if (next != (chinese ? '}' : '{') && next != '\n') {
                    return Optional.empty();
                }
                chinese = next == '\n' ? chinese : next == '{';
                at += 2;
            } else if (chinese) {
                out.write((byte) (b | 0x80));
                out.write((byte) (next | 0x80));
                at += 2;
            } else {
                out.write((byte) b);
                at++;
            }
        }
        return Charsets.strict(out.toBytes(), CHINESE);
    }
}
