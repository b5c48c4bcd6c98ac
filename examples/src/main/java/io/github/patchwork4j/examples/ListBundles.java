package io.github.patchwork4j.examples;

import io.github.patchwork4j.client.BundleQuery;
import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Bundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists bundles. */
@Command(name = "bundles", description = "Lists bundles: id, owner, number of patches, name.")
final class ListBundles extends ListCommand<Bundle> {
    @Option(names = "--project", paramLabel = "P", description = "The link name or the id of the project.")
    private @Nullable String project;

    @Option(names = "--owner", paramLabel = "WHO", description = "The name or the id of the owner.")
    private @Nullable String owner;

    @Option(names = "--public", arity = "1", paramLabel = "BOOL", description = "Whether others see it.")
    private @Nullable Boolean isPublic;

    @Option(names = "--q", paramLabel = "WORDS", description = "Words of the name.")
    private @Nullable String search;

    ListBundles() {
        super(Bundle.class);
    }

    @Override
    Paged<Bundle> list(PatchworkClient client) {
        return client.bundles()
                .list(BundleQuery.builder()
                        .project(project)
                        .owner(owner)
                        .isPublic(isPublic)
                        .search(search)
                        .build());
    }

    @Override
    String line(Bundle bundle) {
        return String.join(
                "\t",
                Long.toString(bundle.id()),
                bundle.owner().username(),
                Integer.toString(bundle.patches().size()),
                bundle.name());
    }
}
