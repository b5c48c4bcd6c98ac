package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.SeriesRef;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The series of a server. They are asked for without a thread that waits: the futures fail with what the methods of
 * {@link SeriesResource} throw.
 */
public final class AsyncSeries {
    private final ApiSeries requests;

    AsyncSeries(ApiSeries requests) {
        this.requests = requests;
    }

    /**
     * Reads a series.
     *
     * @param id the id
     * @return it
     */
    public CompletableFuture<Series> get(long id) {
        return requests.toGet(id).start();
    }

    /**
     * Reads a series that something else names.
     *
     * @param series it, in any form
     * @return it, whole
     */
    public CompletableFuture<Series> get(SeriesRef series) {
        return get(series.id());
    }

    /**
     * Changes a series; on Patchwork 4.0 only.
     *
     * @param id the id
     * @param update what to change
     * @return the series as it is now
     */
    public CompletableFuture<Series> update(long id, SeriesUpdate update) {
        return requests.toUpdate(id, update).start();
    }

    /**
     * Changes a series; on Patchwork 4.0 only.
     *
     * @param series it, in any form
     * @param update what to change
     * @return the series as it is now
     */
    public CompletableFuture<Series> update(SeriesRef series, SeriesUpdate update) {
        return update(series.id(), update);
    }

    /**
     * Lists series.
     *
     * @param query which
     * @return them, all pages
     */
    public AsyncPaged<Series> list(SeriesQuery query) {
        return new AsyncPaged<>(requests.list(query));
    }

    /**
     * Lists all series.
     *
     * @return them, all pages
     */
    public AsyncPaged<Series> list() {
        return list(SeriesQuery.builder().build());
    }

    /**
     * Fetches the series that one depends on.
     *
     * @param series it, in any form
     * @return the series that its patches go on top of
     * @see SeriesResource#dependencies(SeriesRef)
     */
    public CompletableFuture<List<Series>> dependencies(SeriesRef series) {
        return requests.toDependencies(series).start();
    }

    /**
     * Downloads the patches of a series that have arrived, by their numbers and without the cover letter.
     *
     * @param series it, in any form
     * @return the mails, to be closed
     */
    public CompletableFuture<Download> mbox(SeriesRef series) {
        return requests.toDownload(series).start();
    }

    /**
     * Downloads the patches of a series, and reads them.
     *
     * @param series it, in any form
     * @param reading reads the download as it arrives, as {@link AsyncPatchworkClient} tells; then it is closed
     * @param <R> what comes of it
     * @return what came of it
     */
    public <R> CompletableFuture<R> mbox(SeriesRef series, Function<? super Download, ? extends R> reading) {
        return requests.toDownload(series).map(Download.<R>read(reading)).start();
    }

    /**
     * Downloads the patches of a series like {@link #mbox(SeriesRef)}, and sees that they are all of them and in order, as
     * {@link SeriesResource#verifiedMbox(SeriesRef)} does.
     *
     * @param series it, in any form
     * @return the mails, to be closed
     */
    public CompletableFuture<Download> verifiedMbox(SeriesRef series) {
        return requests.toVerifiedDownload(series).start();
    }

    /**
     * Downloads the patches of a series, sees that they are all of them and in order, and reads them.
     *
     * @param series it, in any form
     * @param reading reads the download as it arrives, as {@link AsyncPatchworkClient} tells; then it is closed
     * @param <R> what comes of it
     * @return what came of it
     */
    public <R> CompletableFuture<R> verifiedMbox(SeriesRef series, Function<? super Download, ? extends R> reading) {
        return requests.toVerifiedDownload(series)
                .map(Download.<R>read(reading))
                .start();
    }
}
