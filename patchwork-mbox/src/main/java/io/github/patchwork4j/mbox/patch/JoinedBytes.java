package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import org.jspecify.annotations.Nullable;

/** Bytes that come piece by piece: one slice as long as each piece lies behind the last one, a copy from then on. */
final class JoinedBytes {
    private byte[] array = Bytes.EMPTY.array();
    private int from;
    private int to;
    private @Nullable ByteSink copy;

    void add(Bytes more) {
        ByteSink sink = copy;
        if (sink != null) {
            sink.write(more);
        } else if (from == to) {
            array = more.array();
            from = more.offset();
            to = from + more.length();
        } else if (array == more.array() && to == more.offset()) {
            to += more.length();
        } else {
            sink = new ByteSink(to - from + more.length());
            sink.write(array, from, to - from);
            sink.write(more);
            copy = sink;
        }
    }

    void reset() {
        to = from;
        copy = null;
    }

    int length() {
        ByteSink sink = copy;
        return sink == null ? to - from : sink.length();
    }

    Bytes toBytes() {
        ByteSink sink = copy;
        return sink == null ? Bytes.of(array, from, to - from) : sink.toBytes();
    }
}
