package io.github.patchwork4j.testing.internal.view;

import io.github.patchwork4j.testing.internal.state.BundleRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.Mail;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.SeriesRow;
import io.github.patchwork4j.testing.internal.state.World;

/**
 * Knows the paths of the pages outside the API, in clear text.
 *
 * @param world where names are looked up
 */
public record Pages(World world) {

    /**
     * Returns the page of a patch.
     *
     * @param patch a patch
     * @return a path with a slash at its end
     */
    public String of(PatchRow patch) {
        return "/project/" + linkName(patch.project()) + "/patch/" + bare(patch) + "/";
    }

    /**
     * Returns the page of a cover.
     *
     * @param cover a cover
     * @return a path with a slash at its end
     */
    public String of(CoverRow cover) {
        return "/project/" + linkName(cover.project()) + "/cover/" + bare(cover) + "/";
    }

    /**
     * Returns the page of a bundle.
     *
     * @param bundle a bundle
     * @return a path with a slash at its end
     */
    public String of(BundleRow bundle) {
        return "/bundle/" + world.users().get(bundle.owner()).username() + "/" + bundle.name() + "/";
    }

    /**
     * Returns the path, but not the query, of the page that lists the patches of a series.
     *
     * @param series a series
     * @return a path with a slash at its end
     */
    public String listOf(SeriesRow series) {
        return "/project/" + linkName(series.project()) + "/list/";
    }

    private String linkName(long project) {
        return world.projects().get(project).linkName();
    }

    /** Returns a Message-Id without brackets; its slashes are escaped here already, and once more with the whole path. */
    private static String bare(Mail mail) {
        return withoutBrackets(mail.msgid()).replace("/", "%2F");
    }

    /**
     * Takes the angle brackets off a Message-Id.
     *
     * @param msgid with or without them
     * @return without them
     */
    public static String withoutBrackets(String msgid) {
        String opened = msgid.startsWith("<") ? msgid.substring(1) : msgid;
        return opened.endsWith(">") ? opened.substring(0, opened.length() - 1) : opened;
    }
}
