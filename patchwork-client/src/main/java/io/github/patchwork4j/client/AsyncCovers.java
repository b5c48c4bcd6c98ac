package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Cover;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.CoverSummary;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The cover letters of a server. They are asked for without a thread that waits: the futures fail with what the
 * methods of {@link CoverResource} throw.
 */
public final class AsyncCovers {
    private final ApiCovers requests;

    AsyncCovers(ApiCovers requests) {
        this.requests = requests;
    }

    /**
     * Reads a cover letter.
     *
     * @param id the id
     * @return it
     */
    public CompletableFuture<Cover> get(long id) {
        return requests.toGet(id).start();
    }

    /**
     * Reads a cover letter that something else names.
     *
     * @param cover it, in any form
     * @return it, whole
     */
    public CompletableFuture<Cover> get(CoverRef cover) {
        return get(cover.id());
    }

    /**
     * Lists cover letters.
     *
     * @param query which
     * @return them, all pages
     */
    public AsyncPaged<CoverSummary> list(CoverQuery query) {
        return new AsyncPaged<>(requests.list(query));
    }

    /**
     * Lists all cover letters.
     *
     * @return them, all pages
     */
    public AsyncPaged<CoverSummary> list() {
        return list(CoverQuery.builder().build());
    }

    /**
     * Downloads a cover letter as a mail.
     *
     * @param cover it, in any form
     * @return the mails, to be closed
     */
    public CompletableFuture<Download> mbox(CoverRef cover) {
        return requests.toDownload(cover).start();
    }

    /**
     * Downloads a cover letter as a mail, and reads it.
     *
     * @param cover it, in any form
     * @param reading reads the download as it arrives, as {@link AsyncPatchworkClient} tells; then it is closed
     * @param <R> what comes of it
     * @return what came of it
     */
    public <R> CompletableFuture<R> mbox(CoverRef cover, Function<? super Download, ? extends R> reading) {
        return requests.toDownload(cover).map(Download.<R>read(reading)).start();
    }
}
