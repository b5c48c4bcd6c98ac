package io.github.patchwork4j.testing.internal.web;

import io.github.patchwork4j.testing.internal.api.Login;
import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.view.Pages;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pages outside the API that its urls lead to; those for people are empty but for a title. */
public final class WebPages {
    private final List<WebPage> pages;

    /**
     * Opens a world to browsers.
     *
     * @param world the world
     */
    public WebPages(World world) {
        Pages paths = new Pages(world);
        Downloads downloads = new Downloads(world, new Login(world));
        ShortPaths shortPaths = new ShortPaths(world, paths);
        Completion completion = new Completion(world);
        this.pages = List.of(
                new WebPage("/", (request, parts) -> Answer.page(200, "Patchwork")),
                new WebPage("/project/([^/]+)/list/", downloads::patchList),
                new WebPage("/project/([^/]+)/patch/([^/]+)/", downloads::patchPage),
                new WebPage("/project/([^/]+)/patch/([^/]+)/mbox/", downloads::patchMbox),
                new WebPage("/project/([^/]+)/patch/([^/]+)/raw/", downloads::patchDiff),
                new WebPage("/project/([^/]+)/cover/(.+)/mbox/", downloads::coverMbox),
                new WebPage("/project/([^/]+)/cover/(.+)/", downloads::coverPage),
                new WebPage("/series/([0-9]+)/mbox/", downloads::seriesMbox),
                new WebPage("/bundle/([^/]+)/([^/]+)/", downloads::bundlePage),
                new WebPage("/bundle/([^/]+)/([^/]+)/mbox/", downloads::bundleMbox),
                new WebPage("/patch/([0-9]+)/(|mbox/|raw/)", shortPaths::patch),
                new WebPage("/cover/([0-9]+)/(|mbox/)", shortPaths::cover),
                new WebPage("/comment/([0-9]+)/", shortPaths::comment),
                new WebPage("/user/bundle/([0-9]+)/(|mbox/)", shortPaths::login),
                new WebPage("/submitter/", completion::submitters),
                new WebPage("/delegate/", completion::delegates));
    }

    /**
     * Tells whether there is something at a path.
     *
     * @param path a path in clear text
     * @return whether the path is one of these pages
     */
    public boolean has(String path) {
        return pages.stream().anyMatch(page -> page.match(path) != null);
    }

    /**
     * Answers a request.
     *
     * @param request a request to any path
     * @return the answer, or null if the path is none of these pages
     * @throws io.github.patchwork4j.testing.internal.http.ServerFault if the real server fails
     */
    public @Nullable Answer answer(Request request) {
        for (WebPage page : pages) {
            Matcher parts = page.match(request.path());
            if (parts != null) {
                return request.isSafe() ? page.view().answer(request, parts) : Answer.page(403, "403 Forbidden");
            }
        }
        return null;
    }

    /** Answers a request to one kind of page. */
    @FunctionalInterface
    interface View {

        /** Takes the variable parts of the path as groups. */
        Answer answer(Request request, Matcher parts);
    }

    private record WebPage(Pattern path, View view) {

        WebPage(String path, View view) {
            this(Pattern.compile(path), view);
        }

        @Nullable Matcher match(String actual) {
            Matcher matcher = path.matcher(actual);
            return matcher.matches() ? matcher : null;
        }
    }
}
