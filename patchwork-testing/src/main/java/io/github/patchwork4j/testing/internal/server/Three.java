package io.github.patchwork4j.testing.internal.server;

import io.github.patchwork4j.testing.internal.api.Api;
import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.http.Service;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.web.WebPages;
import java.time.Clock;
import java.util.regex.Pattern;

/** Patchwork 3: the API, the pages around it, and the slash that paths need at their end. */
final class Three implements Service {
    /** The origins that name a host the server would serve. */
    private static final Pattern HOST =
            Pattern.compile("http://(?:[a-z0-9.-]+|\\[[a-f0-9:.]+])(?::[0-9]+)?", Pattern.CASE_INSENSITIVE);

    private final World world;
    private final Api api;
    private final WebPages pages;

    Three(World world, Clock clock) {
        this.world = world;
        this.api = new Api(world, clock);
        this.pages = new WebPages(world);
    }

    @Override
    public Answer fault(Request request) {
        return Answer.fault(world.libraries());
    }

    @Override
    public Answer answer(Request sent) {
        Request request = sent.withMethodInCapitals();
        String path = request.path();
        if (!HOST.matcher(request.origin()).matches()) {
            return Answer.page(400, "Bad Request (400)");
        }
        if (api.has(path)) {
            return api.answer(request);
        }
        Answer page = pages.answer(request);
        if (page != null) {
            return page;
        }
        String slashed = path + "/";
        boolean slashForgotten = !path.endsWith("/") && (api.has(slashed) || pages.has(slashed));
        if (slashForgotten) {
            request.remarks().add("the path has no slash at its end, so that it only leads elsewhere");
        }
        return slashForgotten ? Answer.movedTo(request.withSlash()) : Answer.notFound();
    }
}
