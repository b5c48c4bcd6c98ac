package io.github.patchwork4j.client;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.Headers;
import org.slf4j.LoggerFactory;

/** Tells the listeners of a client what happens, whatever they make of it. */
final class Notices {
    /** Headers that hold no secret, in lower case. */
    private static final Set<String> SHOWN = Set.of(
            "accept",
            "age",
            "allow",
            "cache-control",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "etag",
            "host",
            "last-modified",
            "link",
            "retry-after",
            "server",
            "user-agent",
            "vary",
            "via");

    private final List<ClientListener> listeners;

    Notices(List<ClientListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    void tell(Consumer<ClientListener> news) {
        for (ClientListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LoggerFactory.getLogger(PatchworkClient.class).warn("a listener failed", e);
            }
        }
    }

    static Headers shown(Headers headers) {
        Headers.Builder shown = new Headers.Builder();
        headers.forEach(header -> {
            if (SHOWN.contains(header.getFirst().toLowerCase(Locale.ROOT))) {
                shown.addUnsafeNonAscii(header.getFirst(), header.getSecond());
            }
        });
        return shown.build();
    }
}
