package io.github.patchwork4j.client;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.ResponseBody;

/**
 * Mails or a diff on their way from the server, to be read once and closed.
 *
 * <p>The bytes are as the server sends them: UTF-8 whatever the headers say, and with lines that begin with
 * {@code From } inside of mails, unescaped.
 */
public final class Download implements AutoCloseable {
    private final String request;
    private final ResponseBody body;

    Download(String request, ResponseBody body) {
        this.request = request;
        this.body = body;
    }

    /**
     * Returns the bytes as they arrive.
     *
     * @return a stream that reads from the connection; its {@code read} throws an {@link IOException} when that breaks,
     *     and closing it closes the download
     */
    public InputStream stream() {
        return body.byteStream();
    }

    /**
     * Reads all bytes that have not been read and closes the download.
     *
     * @return the bytes
     * @throws TransportException if the connection breaks
     */
    public byte[] bytes() {
        try (body) {
            return body.source().readByteArray(); // bytes() counts what was read before as missing
        } catch (IOException e) {
            throw new TransportException(request, e);
        }
    }

    /** Gives the connection free, whether or not all was read. */
    @Override
    public void close() {
        body.close();
    }
}
