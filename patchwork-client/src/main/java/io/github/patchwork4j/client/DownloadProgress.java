package io.github.patchwork4j.client;

import java.util.OptionalLong;

/** Hears how far a {@link Download} is. */
@FunctionalInterface
public interface DownloadProgress {
    /**
     * More bytes have arrived. This is called on the thread that reads them; what it throws ends the reading.
     *
     * @param received how many so far, at least 1
     * @param total how many there will be in all; empty if the server does not tell, as when it compresses
     */
    void received(long received, OptionalLong total);
}
