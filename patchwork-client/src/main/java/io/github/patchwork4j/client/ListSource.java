package io.github.patchwork4j.client;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
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
        return sendWhole(cursor).recover(e -> isTooLarge(cursor, e) ? sendInParts(cursor) : Task.failed(e));
    }

    /** Tells whether a page is larger than a server of 4.0 was set up for; 3.x makes it smaller without a word. */
    private static boolean isTooLarge(Cursor cursor, PatchworkException failure) {
        return cursor.pageSize() > 1
                && failure instanceof BadRequestException refusal
                && refusal.fieldErrors().containsKey("query.per_page");
    }

    /** Puts a page together from smaller ones that begin and end where it does. */
    private Task<Rows<T>> sendInParts(Cursor cursor) {
        int parts = IntStream.rangeClosed(2, cursor.pageSize())
                .filter(divisor -> cursor.pageSize() % divisor == 0)
                .findFirst()
                .orElseThrow();
        int first = (cursor.page() - 1) * parts + 1;
        int size = cursor.pageSize() / parts;
        Task<Rows<T>> page = send(new Cursor(first, size));
        for (int i = 1; i < parts; i++) {
            Cursor next = new Cursor(first + i, size);
            page = page.then(rows -> rows.items().isEmpty() || !rows.goesOn(size)
                    ? Task.done(rows)
                    : send(next).map(more -> joined(rows, more)));
        }
        return page.map(rows -> new Rows<>(
                rows.items(), new LinkHeader(rows.link().next(), OptionalInt.empty()))); // the last of other pages
    }

    private Rows<T> joined(Rows<T> rows, Rows<T> more) {
        List<T> items = new ArrayList<>(rows.items());
        items.addAll(more.items());
        return new Rows<>(List.copyOf(items), more.link());
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
