package io.github.patchwork4j.client;

import java.io.IOException;
import java.util.OptionalLong;
import okhttp3.Call;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import org.jspecify.annotations.Nullable;

/** The bytes of a download as they come in: counted, told of, cut off when there are too many, and checked at their end. */
final class Incoming extends ForwardingSource {
    private final Call call;
    private final String request;
    private final long announced;
    private long received;
    private long most = Long.MAX_VALUE;
    private DownloadProgress progress = (soFar, total) -> {};
    private @Nullable SeriesProof proof;
    /** The same download before it was begun again. */
    private @Nullable Incoming before;
    /** What came, as far as it is to be checked. */
    private final Buffer seen = new Buffer();

    Incoming(Call call, String request, ResponseBody body) {
        super(body.source());
        this.call = call;
        this.request = request;
        this.announced = body.contentLength();
    }

    void atMost(long bytes) {
        most = bytes;
    }

    void onProgress(DownloadProgress newProgress) {
        progress = newProgress;
    }

    void check(SeriesProof newProof) {
        proof = newProof;
    }

    /** Has another one treated as this one was to be. */
    void replaceBy(Incoming again) {
        again.most = most;
        again.progress = progress;
        again.proof = proof;
        again.before = this;
    }

    boolean isCanceled() {
        return call.isCanceled() || (before != null && before.isCanceled());
    }

    /** Makes the exception of a download that ends too early. */
    TransportException broken(IOException cause) {
        return new TransportException(request, cause);
    }

    /** Refuses what was canceled even if all of it is there, so that it comes to nothing after that. */
    void refuseCanceled() throws IOException {
        if (isCanceled()) {
            throw new IOException("Canceled");
        }
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        refuseCanceled();
        if (announced > most) {
            throw tooLarge("the server announces " + announced + " bytes");
        }
        long left = most - received;
        long count = super.read(sink, left < byteCount ? left + 1 : byteCount);
        if (count == -1) {
            if (proof != null) {
                proof.require(request, seen.snapshot().toByteArray());
                proof = null;
            }
            return count;
        }
        received += count;
        if (received > most) {
            throw tooLarge("there are more bytes");
        }
        if (proof != null) {
            sink.copyTo(seen, sink.size() - count, count);
        }
        if (count > 0) {
            progress.received(received, announced < 0 ? OptionalLong.empty() : OptionalLong.of(announced));
        }
        return count;
    }

    /** Cuts the download off: to close it only would read on for a while, to keep the connection. */
    private DownloadTooLargeException tooLarge(String found) {
        call.cancel();
        return new DownloadTooLargeException(request, most, found);
    }
}
