package io.github.patchwork4j.mbox.patch;

import io.github.patchwork4j.mbox.Bytes;
import io.github.patchwork4j.mbox.internal.ByteSink;
import org.jspecify.annotations.Nullable;

/** Bytes that come piece by piece: one slice as long as each piece lies behind the last one, a copy from then on. */
final class JoinedBytes {
    private Bytes slice = Bytes.EMPTY;
    private @Nullable ByteSink copy;

    void add(Bytes more) {
        ByteSink sink = copy;
        if (sink != null) {
            sink.write(more);
        } else if (slice.isEmpty()) {
            slice = more;
        } else if (slice.array() == more.array() && slice.offset() + slice.length() == more.offset()) {
            slice = Bytes.of(slice.array(), slice.offset(), slice.length() + more.length());
        } else {
            sink = new ByteSink(slice.length() + more.length());
            sink.write(slice);
            sink.write(more);
            copy = sink;
        }
    }

    void reset() {
        slice = Bytes.EMPTY;
        copy = null;
    }

    Bytes toBytes() {
        ByteSink sink = copy;
        return sink == null ? slice : sink.toBytes();
    }
}
