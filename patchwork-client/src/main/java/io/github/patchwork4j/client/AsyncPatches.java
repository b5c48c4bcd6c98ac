package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchSummary;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The patches of a server. They are asked for without a thread that waits: the futures fail with what the methods of
 * {@link PatchResource} throw.
 */
public final class AsyncPatches {
    private final ApiPatches requests;

    AsyncPatches(ApiPatches requests) {
        this.requests = requests;
    }

    /**
     * Reads a patch.
     *
     * @param id the id
     * @return it
     */
    public CompletableFuture<Patch> get(long id) {
        return requests.toGet(id).start();
    }

    /**
     * Reads a patch that something else names.
     *
     * @param patch it, in any form
     * @return it, whole
     */
    public CompletableFuture<Patch> get(PatchRef patch) {
        return get(patch.id());
    }

    /**
     * Changes a patch. When it is related to others, or taken out of its relation, the patch is read again
     * afterwards, because the answer to the write shows the relation as it was.
     *
     * @param id the id
     * @param update what to change
     * @return the patch as it is now
     */
    public CompletableFuture<Patch> update(long id, PatchUpdate update) {
        return requests.toUpdate(id, update).start();
    }

    /**
     * Changes a patch, as {@link #update(long, PatchUpdate)} does.
     *
     * @param patch it, in any form
     * @param update what to change
     * @return the patch as it is now
     */
    public CompletableFuture<Patch> update(PatchRef patch, PatchUpdate update) {
        return update(patch.id(), update);
    }

    /**
     * Lists patches.
     *
     * @param query which
     * @return them, all pages
     */
    public AsyncPaged<PatchSummary> list(PatchQuery query) {
        return new AsyncPaged<>(requests.list(query));
    }

    /**
     * Lists all patches.
     *
     * @return them, all pages
     */
    public AsyncPaged<PatchSummary> list() {
        return list(PatchQuery.builder().build());
    }

    /**
     * Downloads a patch as a mail that {@code git am} takes, with the trailers of its comments.
     *
     * @param patch it, in any form
     * @return the mails, to be closed
     */
    public CompletableFuture<Download> mbox(PatchRef patch) {
        return requests.toDownload(patch).start();
    }

    /**
     * Downloads the diff of a patch, which is empty if there is none. Patchwork 4.0 may not find it then.
     *
     * @param patch it, in any form
     * @return the diff, to be closed
     */
    public CompletableFuture<Download> diff(PatchRef patch) {
        return requests.toDownloadDiff(patch).start();
    }

    /**
     * Downloads a patch as a mail, and reads it.
     *
     * @param patch it, in any form
     * @param reading reads the download as it arrives, as {@link AsyncPatchworkClient} tells; then it is closed
     * @param <R> what comes of it
     * @return what came of it
     */
    public <R> CompletableFuture<R> mbox(PatchRef patch, Function<? super Download, ? extends R> reading) {
        return requests.toDownload(patch).map(Download.<R>read(reading)).start();
    }

    /**
     * Downloads the diff of a patch, and reads it.
     *
     * @param patch it, in any form
     * @param reading reads the download as it arrives, as {@link AsyncPatchworkClient} tells; then it is closed
     * @param <R> what comes of it
     * @return what came of it
     */
    public <R> CompletableFuture<R> diff(PatchRef patch, Function<? super Download, ? extends R> reading) {
        return requests.toDownloadDiff(patch).map(Download.<R>read(reading)).start();
    }
}
