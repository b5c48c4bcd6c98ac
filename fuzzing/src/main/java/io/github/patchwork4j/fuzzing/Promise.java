package io.github.patchwork4j.fuzzing;

import com.sun.management.ThreadMXBean;
import io.github.patchwork4j.mbox.Bytes;
import java.lang.management.ManagementFactory;
import java.util.Objects;

/** Throws where the parser breaks a promise that holds for every input. */
final class Promise {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** More than small things, like lists and diagnostics, take for an input of any size. */
    private static final long FREE_BYTES = 1 << 20;

    private Promise() {}

    /** Throws unless something is so. */
    static void holds(boolean kept, String what) {
        if (!kept) {
            throw new AssertionError(what);
        }
    }

    /** Throws unless two things are equal. */
    static void equal(Object one, Object other, String what) {
        if (!Objects.equals(one, other)) {
            throw new AssertionError(what + ": " + one + " is not " + other);
        }
    }

    /** Throws unless bytes stand in the input where they say they do. */
    static void standsAt(Bytes input, long offset, Bytes part, String what) {
        holds(offset >= 0 && offset + part.length() <= input.length(), what + " is outside of the input");
        equal(part, input.slice((int) offset, (int) offset + part.length()), what);
    }

    /**
     * Runs work and throws if it allocates more than a fixed number of bytes for each byte of its input, which it would if
     * it went over the input again and again. The least of some runs counts, because loading classes and compiling take some too.
     */
    static void allocatesLinearly(int inputBytes, int perByte, Runnable work) {
        long bound = FREE_BYTES + (long) perByte * inputBytes;
        long allocated = allocatedBy(work);
        for (int again = 0; again < 3 && allocated > bound; again++) {
            allocated = Math.min(allocated, allocatedBy(work));
        }
        holds(allocated <= bound, allocated + " bytes were allocated for an input of " + inputBytes);
    }

    private static long allocatedBy(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
