package io.github.patchwork4j.testing.internal.api;

import io.github.patchwork4j.testing.internal.view.RowView;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One object.
 *
 * @param <R> the kind of row
 */
class DetailEndpoint<R> extends Endpoint {
    private final String model;
    private final Function<ApiCall, @Nullable R> finder;
    private final RowView<R> view;
    private final Writing<R> writing;

    DetailEndpoint(
            String model,
            String name,
            String description,
            Function<ApiCall, @Nullable R> finder,
            RowView<R> view,
            Writing<R> writing) {
        super(
                name,
                description,
                Stream.concat(Stream.of("GET"), writing.methods().stream()).toList());
        this.model = model;
        this.finder = finder;
        this.view = view;
        this.writing = writing;
    }

    /** Returns the view of a row, which may depend on who looks. */
    RowView<R> view(ApiCall call, R row) {
        return view;
    }

    /** Changes the row, for somebody who may. */
    Reply change(ApiCall call, R row) {
        throw ApiRefusal.notAllowed(call.request().method());
    }

    @Override
    final Reply get(ApiCall call) {
        R row = find(call);
        for (String parameter : call.request().query().keys()) {
            if (!parameter.equals("format")) {
                call.request().remarks().add("no detail takes the parameter \"" + parameter + "\"");
            }
        }
        return Reply.ok(to -> view(call, row).write(to, row));
    }

    @Override
    final Reply write(ApiCall call) {
        R row = find(call);
        if (!writing.editors().test(call.caller(), row)) {
            throw call.refusal();
        }
        return change(call, row);
    }

    @Override
    @Nullable Form form(ApiCall call) {
        R row = writing.methods().isEmpty() ? null : finder.apply(call);
        return row != null && writing.editors().test(call.caller(), row) ? writing.form() : null;
    }

    private R find(ApiCall call) {
        R row = finder.apply(call);
        if (row == null) {
            throw ApiRefusal.notFound(model);
        }
        return row;
    }

    /** Describes an endpoint whose objects can be changed. */
    static String description(String what) {
        return String.join(
                "\n\n",
                List.of("get:\nShow " + what + ".", "patch:\nUpdate " + what + ".", "put:\nUpdate " + what + "."));
    }
}
