package io.github.patchwork4j.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import okhttp3.Cache;
import okhttp3.CacheControl;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Diffs of patches on disk. They are all that never changes at a server and is large: mails get trailers and headers by
 * comments and delegates, everything else has a state. No Patchwork says so in its answers, so this goes by what is asked
 * for, and turns away whatever an answer says of caching.
 *
 * <p>A diff lies under its address by id, wherever that redirects to; redirects, errors and pages are not kept, nor is
 * what only the end of the connection ends, as it may have been cut off. Of the answer, nothing is kept but the diff and
 * what it takes to read it: no header of the request, no cookie.
 */
final class DiffCache implements AutoCloseable {
    private static final List<String> KEPT =
            List.of("Content-Type", "Content-Encoding", "Content-Length", "Transfer-Encoding");

    private final Cache cache;
    private final FileChannel lock;
    /** Asks nobody: it has no request that may be sent. */
    private final OkHttpClient reader;

    private DiffCache(Cache cache, FileChannel lock) {
        this.cache = cache;
        this.lock = lock;
        this.reader = new OkHttpClient.Builder().cache(cache).build();
    }

    /**
     * Where a cache is to be.
     *
     * @param folder the folder, which is made if it is not there
     * @param maxBytes how much may be in it
     */
    record Place(Path folder, long maxBytes) {
        Place {
            if (maxBytes < 1) {
                throw new IllegalArgumentException("a cache must have at least 1 byte: " + maxBytes);
            }
        }

        DiffCache open() {
            try {
                Files.createDirectories(folder);
                FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (!takes(lock)) {
                    lock.close();
                    throw new IllegalStateException(folder + " is the cache of another client that is not closed");
                }
                return new DiffCache(new Cache(folder.resolve("diffs").toFile(), maxBytes), lock);
            } catch (IOException e) {
                throw new UncheckedIOException("there can be no cache in " + folder + ": " + e, e);
            }
        }

        private static boolean takes(FileChannel channel) throws IOException {
            try {
                FileLock lock = channel.tryLock(); // ends with the channel
                return lock != null;
            } catch (OverlappingFileLockException e) {
                return false; // by a client of this program
            }
        }
    }

    /** Returns an HTTP client that keeps what its requests with a {@link Request#cacheUrlOverride()} bring. */
    OkHttpClient over(OkHttpClient http) {
        OkHttpClient.Builder keeping = http.newBuilder().cache(cache);
        keeping.interceptors().add(0, this::untilClosed);
        keeping.networkInterceptors().add(0, DiffCache::reduced);
        return keeping.build();
    }

    /** Finds what is kept under an address, if all of it can be read. */
    Optional<Task.Raw> find(HttpUrl url) {
        okhttp3.Call call = reader.newCall(new Request.Builder()
                .url(url)
                .cacheControl(CacheControl.FORCE_CACHE)
                .build());
        try {
            Response response = call.execute();
            if (isWhole(response)) {
                return Optional.of(new Task.Raw(call, response));
            }
        } catch (IOException | IllegalStateException e) {
            // What cannot be read, or not any more because the client is closed, can be asked for.
        }
        return Optional.empty();
    }

    /** Reads what is kept, if it is, and closes it if that is not all there was. */
    private static boolean isWhole(Response response) throws IOException {
        ResponseBody body = response.body();
        boolean whole = false;
        try {
            body.source().request(Long.MAX_VALUE);
            long size = body.source().getBuffer().size();
            whole = response.cacheResponse() != null && (body.contentLength() < 0 || size == body.contentLength());
        } finally {
            if (!whole) {
                body.close();
            }
        }
        return whole;
    }

    private Response untilClosed(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IllegalStateException e) {
            if (cache.isClosed()) {
                throw new IOException("Canceled: the client is closed", e);
            }
            throw e;
        }
    }

    private static Response reduced(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (!isDiff(response)) {
            return response.newBuilder().header("Cache-Control", "no-store").build();
        }
        Headers.Builder headers = new Headers.Builder();
        for (String name : KEPT) {
            response.headers(name).forEach(value -> headers.addUnsafeNonAscii(name, value));
        }
        return response.newBuilder().headers(headers.build()).build();
    }

    private static boolean isDiff(Response response) {
        MediaType type = response.body().contentType();
        boolean ends = response.header("Content-Length") != null
                || response.header("Transfer-Encoding") != null
                || response.protocol() == Protocol.HTTP_2;
        return response.code() == 200
                && ends
                && type != null
                && type.type().equals("text")
                && type.subtype().equals("x-patch");
    }

    boolean isClosed() {
        return cache.isClosed();
    }

    @Override
    public void close() {
        try (lock) {
            cache.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the cache in " + cache.directory() + " cannot be closed: " + e, e);
        }
    }
}
