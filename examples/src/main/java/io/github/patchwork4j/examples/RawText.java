package io.github.patchwork4j.examples;

import io.github.patchwork4j.mbox.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text whose bytes come out as they went in, though not all of them are UTF-8, such as names of files in a diff: a byte that is not stands
 * as a lone surrogate, U+DC80 to U+DCFF.
 */
final class RawText {
    private static final char ESCAPE = '\udc00';

    private RawText() {}

    /** Reads bytes as text. */
    static String of(Bytes bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
        CharBuffer out = CharBuffer.allocate(bytes.length());
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = result.length(); i > 0; i--) {
                out.put((char) (ESCAPE + (in.get() & 0xff)));
            }
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    /** Returns where to write such text to. */
    static Writer writer(OutputStream out) {
        return new RawWriter(out);
    }

    private static final class RawWriter extends Writer {
        private final OutputStream out;
        private final StringBuilder pending = new StringBuilder();

        RawWriter(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(char[] chars, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                char c = chars[i];
                boolean isByte = c >= ESCAPE + 0x80 && c <= ESCAPE + 0xff && !endsInHighSurrogate();
                if (isByte) {
                    writePending();
                    out.write(c);
                } else {
                    pending.append(c);
                }
            }
            if (!endsInHighSurrogate()) {
                writePending();
            }
        }

        private boolean endsInHighSurrogate() {
            return pending.length() > 0 && Character.isHighSurrogate(pending.charAt(pending.length() - 1));
        }

        private void writePending() throws IOException {
            if (pending.length() > 0) {
                out.write(pending.toString().getBytes(StandardCharsets.UTF_8));
                pending.setLength(0);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            writePending();
            out.close();
        }
    }
}
