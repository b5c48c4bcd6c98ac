package io.github.patchwork4j.testing.internal.state;

import java.util.List;

/**
 * A user's collection of patches.
 *
 * @param id the id
 * @param project the id of the project all its patches are in
 * @param name unique among the owner's bundles
 * @param owner a user's id
 * @param shared whether others may see it
 * @param patches ids, in the order the owner gave
 */
public record BundleRow(long id, long project, String name, long owner, boolean shared, List<Long> patches)
        implements Row {

    /**
     * Takes a patch out.
     *
     * @param patch the patch's id
     * @return a new row
     */
    public BundleRow without(long patch) {
        List<Long> rest = patches.stream().filter(id -> id != patch).toList();
        return new BundleRow(id, project, name, owner, shared, rest);
    }
}
