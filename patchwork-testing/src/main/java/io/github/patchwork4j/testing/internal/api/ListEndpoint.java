package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.http.Query;
import io.github.patchwork4j.testing.internal.list.Listing;
import io.github.patchwork4j.testing.internal.list.Page;
import io.github.patchwork4j.testing.internal.list.Source;
import io.github.patchwork4j.testing.internal.state.Row;
import io.github.patchwork4j.testing.internal.text.UriText;
import io.github.patchwork4j.testing.internal.view.Rendering;
import io.github.patchwork4j.testing.internal.view.RowView;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * A list that is filtered, ordered and cut into pages.
 *
 * @param <R> the kind of row
 */
class ListEndpoint<R extends Row> extends Endpoint {
    private final Listing<R> listing;
    private final Function<ApiCall, Source<R>> source;
    private final PageView<R> view;

    ListEndpoint(
            String name,
            String description,
            List<String> methods,
            Listing<R> listing,
            Function<ApiCall, Source<R>> source,
            PageView<R> view) {
        super(name, description, methods);
        this.listing = listing;
        this.source = source;
        this.view = view;
    }

    @Override
    Reply get(ApiCall call) {
        Listing.Result<R> all = listing.read(source.apply(call), call.request().query(), call.version(), call.world());
        listing.remark(
                call.request().query(),
                call.version(),
                call.world(),
                call.request().remarks());
        Query query = call.request().query();
        Page page = Page.of(call.world().libraries().isNew() ? query.withoutEmpty("page") : query, all.count());
        if (page == null) {
            throw ApiRefusal.invalidPage();
        }
        List<R> rows = page.of(all.rows());
        String url = call.request().origin() + UriText.path(call.request().path());
        return new Reply(
                200,
                to -> {
                    to.out().beginArray();
                    view.write(to, rows);
                    to.out().endArray();
                },
                page.link(url, call.request().query()),
                null);
    }

    @Override
    Reply write(ApiCall call) {
        throw ApiRefusal.notAllowed(call.request().method());
    }

    /**
     * Writes the rows of one page.
     *
     * @param <R> the kind of row
     */
    @FunctionalInterface
    interface PageView<R> {
        void write(Rendering to, List<R> rows) throws IOException;

        /** Writes each row for itself. */
        static <R> PageView<R> each(RowView<R> view) {
            return (to, rows) -> {
                for (R row : rows) {
                    view.write(to, row);
                }
            };
        }
    }
}
