package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Bundle;

/** Bundles over the API. */
final class ApiBundles implements BundleResource {
    private final Session session;

    ApiBundles(Session session) {
        this.session = session;
    }

    @Override
    public Bundle get(long id) {
        return session.get(session.api().bundle(id));
    }

    @Override
    public Paged<Bundle> list(BundleQuery query) {
        return session.list(cursor -> session.api()
                .bundles(
                        query.project().orElse(null),
                        query.owner().orElse(null),
                        query.isPublic().orElse(null),
                        query.search().orElse(null),
                        FilterValues.order(query.order()),
                        cursor.page(),
                        cursor.pageSize()));
    }

    @Override
    public Download mbox(Bundle bundle) {
        return session.downloads().fetch("bundle", bundle.owner().username(), bundle.name(), "mbox");
    }
}
