package io.github.patchwork4j.testing.internal.view;

import com.squareup.moshi.JsonWriter;
import io.github.patchwork4j.testing.internal.state.Mail;
import io.github.patchwork4j.testing.internal.state.World;
import io.github.patchwork4j.testing.internal.text.BraceFormat;
import java.io.IOException;

/**
 * What every view needs: the world, the urls of this answer and where to write.
 *
 * @param world what is shown
 * @param urls how to point to it
 * @param out where the JSON goes
 */
public record Rendering(World world, Urls urls, JsonWriter out) {

    /**
     * Returns the version whose fields are shown.
     *
     * @return that of the urls
     */
    public ApiVersion version() {
        return urls.version();
    }

    /**
     * Returns the pages to point to.
     *
     * @return those of the world
     */
    public Pages pages() {
        return new Pages(world);
    }

    /**
     * Writes where a mail can be read in the list's archive: nothing before 1.2, null if the project has no archive, and
     * nothing if its template is broken.
     *
     * @param mail the mail
     * @param project its project's id
     * @throws IOException from the writer
     */
    void listArchiveUrl(Mail mail, long project) throws IOException {
        if (!version().has(2)) {
            return;
        }
        String format = world.projects().get(project).listArchiveUrlFormat();
        if (format.isEmpty()) {
            out.name("list_archive_url").nullValue();
            return;
        }
        String url = BraceFormat.fill(format, Pages.withoutBrackets(mail.msgid()));
        if (url != null) {
            out.name("list_archive_url").value(url);
        }
    }
}
