package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.PatchRef;
import java.util.concurrent.CompletableFuture;

/**
 * The checks of the patches of a server. They are asked for without a thread that waits: the futures fail with what
 * the methods of {@link CheckResource} throw.
 */
public final class AsyncChecks {
    private final ApiChecks requests;

    AsyncChecks(ApiChecks requests) {
        this.requests = requests;
    }

    /**
     * Reads a check of a patch.
     *
     * @param patch the patch, in any form
     * @param id the id of the check
     * @return the check
     */
    public CompletableFuture<Check> get(PatchRef patch, long id) {
        return requests.toGet(patch, id).start();
    }

    /**
     * Posts a check on a patch.
     *
     * <p>When no answer comes, or one that does not tell whether the check was stored, the checks of the patch are read:
     * if the newest of this context says what was to be posted, and is no older than the request by the server's clock, it is
     * returned, else the failure is thrown.
     *
     * @param patch the id of the patch
     * @param check the check
     * @return the check as the server has it: a new one, or on Patchwork 4.0 the old one of the same context and user
     */
    public CompletableFuture<Check> create(long patch, NewCheck check) {
        return requests.toCreate(patch, check).start();
    }

    /**
     * Posts a check on a patch, as {@link #create(long, NewCheck)} does.
     *
     * @param patch the patch, in any form
     * @param check the check
     * @return the check as the server has it
     */
    public CompletableFuture<Check> create(PatchRef patch, NewCheck check) {
        return create(patch.id(), check);
    }

    /**
     * Changes a check; on Patchwork 4.0 only. Elsewhere post a new one of the same context.
     * The server makes an event of each update, so that none is sent again whose answer is lost: then the check is read, and
     * returned if it is as it was to be.
     *
     * @param patch the patch, in any form
     * @param check the check
     * @param update what to change
     * @return the check as it is now
     */
    public CompletableFuture<Check> update(PatchRef patch, Check check, CheckUpdate update) {
        return requests.toUpdate(patch, check, update).start();
    }

    /**
     * Lists checks of a patch.
     *
     * @param patch the patch, in any form
     * @param query which
     * @return them, all pages
     */
    public AsyncPaged<Check> list(PatchRef patch, CheckQuery query) {
        return new AsyncPaged<>(requests.list(patch, query));
    }

    /**
     * Lists checks of a patch.
     *
     * @param patch the id of the patch
     * @param query which
     * @return them, all pages
     */
    public AsyncPaged<Check> list(long patch, CheckQuery query) {
        return new AsyncPaged<>(requests.list(patch, query));
    }

    /**
     * Lists all checks of a patch.
     *
     * @param patch the patch, in any form
     * @return them, all pages
     */
    public AsyncPaged<Check> list(PatchRef patch) {
        return list(patch, CheckQuery.builder().build());
    }
}
