package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Bundle;

/** Bundles over the API. */
final class ApiBundles implements BundleResource {
    private static final Needs WRITES = Needs.none().when(true, Capability.BUNDLE_WRITES);

    private final Session session;

    ApiBundles(Session session) {
        this.session = session;
    }

    @Override
    public Bundle get(long id) {
        return toGet(id).run();
    }

    Task<Bundle> toGet(long id) {
        return session.ask(() -> session.api().bundle(id));
    }

    @Override
    public Bundle create(NewBundle bundle) {
        return toCreate(bundle).run();
    }

    Task<Bundle> toCreate(NewBundle bundle) {
        return named(session.ask(WRITES, () -> session.api().createBundle(bundle)));
    }

    @Override
    public Bundle update(long id, BundleUpdate update) {
        return toUpdate(id, update).run();
    }

    Task<Bundle> toUpdate(long id, BundleUpdate update) {
        return named(session.ask(WRITES, () -> session.api().updateBundle(id, update)));
    }

    /** Explains the failure that comes without a reason when the name is taken. */
    private static Task<Bundle> named(Task<Bundle> request) {
        return request.recover(e -> Task.failed(
                e instanceof ServerException fault && fault.status() == 500
                        ? fault.with("the owner may have a bundle of that name already")
                        : e));
    }

    @Override
    public void delete(long id) {
        toDelete(id).run();
    }

    Task<Task.Done> toDelete(long id) {
        return session.ready(WRITES)
                .then(ready -> Task.empty(() -> session.api().deleteBundle(id)));
    }

    private static Filters<Bundle> filters(BundleQuery query) {
        return Filters.<Bundle>none()
                .by(
                        "project",
                        query.project(),
                        Existence::project,
                        (row, project) -> Filters.is(row.project(), project))
                .by("owner", query.owner(), Existence::user, (row, owner) -> Filters.is(row.owner(), owner))
                .by("isPublic", query.isPublic(), (row, isPublic) -> row.isPublic() == isPublic);
    }

    @Override
    public Paged<Bundle> list(BundleQuery query) {
        Needs needs = Needs.none()
                .when(
                        query.owner().filter(owner -> !FilterValues.isId(owner)).isPresent(),
                        Capability.BUNDLE_OWNER_NAMES)
                .when(query.search().isPresent(), Capability.BUNDLE_SEARCH)
                .sorting(query.order());
        return session.list(
                needs,
                Bundle::id,
                filters(query),
                cursor -> session.api()
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
        return toDownload(bundle).run();
    }

    Task<Download> toDownload(Bundle bundle) {
        return session.downloads().fetch("bundle", bundle.owner().username(), bundle.name(), "mbox");
    }
}
