package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Bundle;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The bundles of a server: the public ones, and those of the caller. They are asked for without a thread that waits:
 * the futures fail with what the methods of {@link BundleResource} throw.
 */
public final class AsyncBundles {
    private final ApiBundles requests;

    AsyncBundles(ApiBundles requests) {
        this.requests = requests;
    }

    /**
     * Reads a bundle.
     *
     * @param id the id
     * @return it
     */
    public CompletableFuture<Bundle> get(long id) {
        return requests.toGet(id).start();
    }

    /**
     * Makes a bundle of the caller; since API 1.2.
     *
     * @param bundle the bundle
     * @return the bundle as the server has it
     */
    public CompletableFuture<Bundle> create(NewBundle bundle) {
        return requests.toCreate(bundle).start();
    }

    /**
     * Changes a bundle of the caller; since API 1.2.
     *
     * @param id the id
     * @param update what to change
     * @return the bundle as it is now
     */
    public CompletableFuture<Bundle> update(long id, BundleUpdate update) {
        return requests.toUpdate(id, update).start();
    }

    /**
     * Changes a bundle of the caller; since API 1.2.
     *
     * @param bundle the bundle
     * @param update what to change
     * @return the bundle as it is now
     */
    public CompletableFuture<Bundle> update(Bundle bundle, BundleUpdate update) {
        return update(bundle.id(), update);
    }

    /**
     * Deletes a bundle of the caller; since API 1.2. Its patches stay.
     *
     * @param id the id
     * @return what is complete when it is gone
     */
    public CompletableFuture<Void> delete(long id) {
        return requests.toDelete(id).startWithoutResult();
    }

    /**
     * Deletes a bundle of the caller; since API 1.2. Its patches stay.
     *
     * @param bundle the bundle
     * @return what is complete when it is gone
     */
    public CompletableFuture<Void> delete(Bundle bundle) {
        return delete(bundle.id());
    }

    /**
     * Lists bundles.
     *
     * @param query which
     * @return them, all pages
     */
    public AsyncPaged<Bundle> list(BundleQuery query) {
        return new AsyncPaged<>(requests.list(query));
    }

    /**
     * Lists all bundles.
     *
     * @return them, all pages
     */
    public AsyncPaged<Bundle> list() {
        return list(BundleQuery.builder().build());
    }

    /**
     * Downloads the patches of a bundle, in the order of the bundle. Private bundles cannot be had from Patchwork 4.0.
     *
     * @param bundle the bundle
     * @return the mails, to be closed
     */
    public CompletableFuture<Download> mbox(Bundle bundle) {
        return requests.toDownload(bundle).start();
    }

    /**
     * Downloads the patches of a bundle, and reads them.
     *
     * @param bundle the bundle
     * @param reading reads the download as it arrives, as {@link AsyncPatchworkClient} tells; then it is closed
     * @param <R> what comes of it
     * @return what came of it
     */
    public <R> CompletableFuture<R> mbox(Bundle bundle, Function<? super Download, ? extends R> reading) {
        return requests.toDownload(bundle).map(Download.<R>read(reading)).start();
    }
}
