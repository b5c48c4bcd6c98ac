package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Bundle;
import java.util.function.Supplier;
import retrofit2.Call;

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
    public Bundle create(NewBundle bundle) {
        session.require(Capability.BUNDLE_WRITES);
        return named(() -> session.api().createBundle(bundle));
    }

    @Override
    public Bundle update(long id, BundleUpdate update) {
        session.require(Capability.BUNDLE_WRITES);
        return named(() -> session.api().updateBundle(id, update));
    }

    /** Makes a request that fails without a reason when the name is taken. */
    private Bundle named(Supplier<Call<Bundle>> request) {
        try {
            return session.get(request.get());
        } catch (ServerException e) {
            throw e.status() == 500 ? e.with("the owner may have a bundle of that name already") : e;
        }
    }

    @Override
    public void delete(long id) {
        session.require(Capability.BUNDLE_WRITES);
        Transport.executeEmpty(session.api().deleteBundle(id));
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
        return session.paged(
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
        return session.downloads().fetch("bundle", bundle.owner().username(), bundle.name(), "mbox");
    }
}
