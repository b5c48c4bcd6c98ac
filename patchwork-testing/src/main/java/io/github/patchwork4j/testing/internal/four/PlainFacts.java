package io.github.patchwork4j.testing.internal.four;

import io.github.patchwork4j.testing.internal.state.CommentRow;
import io.github.patchwork4j.testing.internal.state.CoverRow;
import io.github.patchwork4j.testing.internal.state.PatchRow;
import io.github.patchwork4j.testing.internal.state.SeriesRow;

/**
 * What the API tells of the rows that an event is about: plain facts without urls.
 *
 * @param dates how dates are written
 */
record PlainFacts(Dates dates) implements Payload.Facts {
    @Override
    public Shape patch(PatchRow patch) {
        return mail(patch.id(), patch.msgid(), patch.date()).put("name", patch.name());
    }

    @Override
    public Shape series(SeriesRow series) {
        return new Shape(0)
                .put("id", series.id())
                .put("name", series.name())
                .put("date", dates.mail(series.date()))
                .put("version", series.version());
    }

    @Override
    public Shape cover(CoverRow cover) {
        return mail(cover.id(), cover.msgid(), cover.date()).put("name", cover.name());
    }

    @Override
    public Shape comment(CommentRow comment) {
        return mail(comment.id(), comment.msgid(), comment.date());
    }

    @Override
    public boolean tellStates() {
        return true;
    }

    private Shape mail(long id, String msgid, long date) {
        return new Shape(0).put("id", id).put("msgid", msgid).put("date", dates.mail(date));
    }
}
