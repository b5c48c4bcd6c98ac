package io.github.patchwork4j.testing.internal.view;

import io.github.patchwork4j.testing.internal.text.Micros;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The fields that all mails and series share. */
final class MailView {

    private MailView() {}

    /** Writes {@code date} and {@code name}, which always stand side by side. */
    static void dateAndName(Rendering to, long date, @Nullable String name) throws IOException {
        date(to, date);
        to.out().name("name").value(name);
    }

    /** Writes {@code date}. */
    static void date(Rendering to, long date) throws IOException {
        to.out().name("date").value(Micros.format(date));
    }
}
