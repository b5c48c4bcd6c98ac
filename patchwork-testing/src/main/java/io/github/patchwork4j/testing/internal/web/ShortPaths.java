package io.github.patchwork4j.testing.internal.web;

import io.github.patchwork4j.testing.internal.http.Answer;
import io.github.patchwork4j.testing.internal.http.Request;
import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.UriText;
import io.github.patchwork4j.testing.internal.view.Pages;
import java.math.BigInteger;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Paths that only carry an id and lead to the page with the long one; their queries are dropped. */
final class ShortPaths {
    private final World world;
    private final Pages pages;

    ShortPaths(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    Answer patch(Request request, Matcher parts) {
        PatchRow patch = world.patches().find(id(parts));
        return patch == null ? Answer.notFound() : foundAt(pages.of(patch), parts.group(2));
    }

    Answer cover(Request request, Matcher parts) {
        CoverRow cover = world.covers().find(id(parts));
        return cover == null ? Answer.notFound() : foundAt(pages.of(cover), parts.group(2));
    }

    /** Leads to the comment on the page of its patch or cover; where both have a comment of that id, to the patch. */
    Answer comment(Request request, Matcher parts) {
        long id = id(parts);
        String page = pageOfComment(id);
        return page == null ? Answer.notFound() : foundAt(page, "#" + id);
    }

    /** Pages that need a login in the browser, which the fake does not have. */
    Answer login(Request request, Matcher parts) {
        return Answer.foundAt("/user/login/?next=" + UriText.path(request.path()))
                .with("Vary", "Cookie");
    }

    long id(Matcher parts) {
        return world.id(new BigInteger(parts.group(1)));
    }

    private @Nullable String pageOfComment(long id) {
        CommentRow onPatch = world.patchComments().find(id);
        if (onPatch != null) {
            return pages.of(world.patches().get(onPatch.parent()));
        }
        CommentRow onCover = world.coverComments().find(id);
        return onCover == null ? null : pages.of(world.covers().get(onCover.parent()));
    }

    private static Answer foundAt(String page, String rest) {
        return Answer.foundAt(UriText.page(page) + rest);
    }
}
