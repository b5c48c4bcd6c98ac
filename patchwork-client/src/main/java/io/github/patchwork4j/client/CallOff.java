package io.github.patchwork4j.client;

/** Cancels what a task has under way, also what it begins in the moment. */
final class CallOff {
    private Runnable current = () -> {};
    private boolean canceled;

    /** Takes note of how to cancel what begins. */
    void beginning(Runnable cancel) {
        boolean now;
        synchronized (this) {
            current = cancel;
            now = canceled;
        }
        if (now) {
            cancel.run();
        }
    }

    synchronized boolean isCanceled() {
        return canceled;
    }

    void cancel() {
        Runnable cancel;
        synchronized (this) {
            canceled = true;
            cancel = current;
        }
        cancel.run();
    }
}
