package io.github.patchwork4j.testing.internal.state;

/** The cover letters. */
public final class CoverTable extends MailTable<CoverRow> {

    /** Starts empty. */
    public CoverTable() {}

    @Override
    long projectOf(CoverRow row) {
        return row.project();
    }
}
