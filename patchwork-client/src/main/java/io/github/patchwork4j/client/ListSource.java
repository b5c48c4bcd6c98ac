package io.github.patchwork4j.client;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import retrofit2.Call;

/**
 * The pages of a list of the API. Its end is a page that is missing or empty, whatever the links.
 *
 * @param session asks for them
 * @param needs what the query asks of the server. Which server it is may show with the first page only
 * @param filters what the rows are held against; what those of an empty list name is looked for
 * @param call makes a request for a page
 */
record ListSource<T>(Session session, Needs needs, Filters<T> filters, Function<Cursor, Call<List<T>>> call)
        implements PageSource<T> {
    @Override
    public Task<Rows<T>> page(Cursor cursor) {
        return new Task<>() {
            @Override
            Rows<T> run() {
                session.requireAsFarAsKnown(needs);
                return send(cursor).run();
            }

            /** Asks first for what the request would otherwise wait for while it is made. */
            @Override
            CompletableFuture<Rows<T>> begin(CallOff callOff) {
                return session.readyToList()
                        .then(ready -> {
                            session.requireAsFarAsKnown(needs);
                            return send(cursor);
                        })
                        .begin(callOff);
            }
        };
    }

    private Task<Rows<T>> send(Cursor cursor) {
        int size = Math.min(cursor.pageSize(), session.pageLimit().most());
        return (size < cursor.pageSize() ? sendInParts(cursor, size) : sendWhole(cursor)).recover(e -> {
            if (!isTooLarge(size, e)) {
                return Task.failed(e);
            }
            session.pageLimit().refused(size);
            return send(cursor);
        });
    }

    /** Tells whether a page is larger than a server of 4.0 was set up for; 3.x makes it smaller without a word. */
    private static boolean isTooLarge(int size, PatchworkException failure) {
        return size > 1
                && failure instanceof BadRequestException refusal
                && refusal.fieldErrors().containsKey("query.per_page");
    }

    /** Puts a page together from smaller ones, those that have any of its rows. */
    private Task<Rows<T>> sendInParts(Cursor cursor, int size) {
        int from = (cursor.page() - 1) * cursor.pageSize();
        int first = from / size + 1;
        int last = (from + cursor.pageSize() - 1) / size + 1;
        Task<Rows<T>> rows = sendWhole(new Cursor(first, size));
        for (int page = first + 1; page <= last; page++) {
            Cursor next = new Cursor(page, size);
            int full = (page - first) * size;
            rows = rows.then(before ->
                    before.goesOn(full) ? sendWhole(next).map(more -> joined(before, more)) : Task.done(before));
        }
        return rows.map(all -> part(all, from - (first - 1) * size, cursor.pageSize()));
    }

    private static <T> Rows<T> joined(Rows<T> rows, Rows<T> more) {
        List<T> items = new ArrayList<>(rows.items());
        items.addAll(more.items());
        return new Rows<>(items, more.link());
    }

    /** Cuts a page out; which one is the last is told for pages of another size, and so not passed on. */
    private static <T> Rows<T> part(Rows<T> rows, int from, int size) {
        int count = rows.items().size();
        LinkHeader.Next next =
                count > from + size ? LinkHeader.Next.YES : rows.link().next();
        return new Rows<>(
                List.copyOf(rows.items().subList(Math.min(from, count), Math.min(from + size, count))),
                new LinkHeader(next, OptionalInt.empty()));
    }

    private Task<Rows<T>> sendWhole(Cursor cursor) {
        return Task.answer(() -> call.apply(cursor))
                .map(page ->
                        new Rows<>(page.body(), LinkHeader.of(page.headers().values("Link"))))
                .recover(e -> isEnd(cursor, e) ? Task.done(new Rows<>(List.of(), LinkHeader.NONE)) : Task.failed(e))
                .map(page -> {
                    session.requireAsFarAsKnown(needs);
                    session.checkRows(page.items(), filters);
                    return page;
                })
                .then(page -> session.existence(cursor, page.items(), filters).map(exists -> page));
    }

    /** Only Patchwork itself tells in JSON that it has no such page; the 404 of a proxy is no end. */
    private static boolean isEnd(Cursor cursor, PatchworkException failure) {
        return failure instanceof NotFoundException missing
                && cursor.page() > 1
                && !missing.detail().isEmpty();
    }
}
