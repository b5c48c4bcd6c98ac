package io.github.patchwork4j.testing.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.testing.JournalEntry;
import io.github.patchwork4j.testing.Profile;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 4.0 misreads without a word, so that the fake tells of it. */
class Patchwork4StrictTest {
    private final List<JournalEntry> misread = new CopyOnWriteArrayList<>();

    private List<String> remarks(String method, String target, String body) {
        try (Served served = Served.as(Profile.PATCHWORK_4_0, builder -> builder.onMisreading(misread::add))) {
            if (body.isEmpty()) {
                served.get(target, Served.MAINT);
            } else {
                served.write(method, target, Served.MAINT, body);
            }
        }
        return misread.stream().flatMap(entry -> entry.misreadings().stream()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "patches/?order=-date, order",
        "patches/?delegated=maint, delegated",
        "patches/?state=under-review, state=under-review",
        "patches/?state=, state",
        "patches/?archived=true&archived=false, archived",
        "patches/?msgid=%3Cx@example.org%3E, brackets",
        "patches/?project=CORE, project=CORE",
        "patches/?submitter=Alice@example.com, submitter=Alice@example.com",
        "patches/1/?project=core, project",
        "covers/?series=frob, series=frob",
        "events/?category=patch-creatd, category=patch-creatd",
        "events/?order=id, order=id",
        "patches/1/checks/?context=ci, context",
        "series/?q=, q"
    })
    void aListIsNotWhatWasAskedFor(String target, String told) {
        assertThat(remarks("GET", "/api/1.4/" + target, ""))
                .singleElement()
                .asString()
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource({
        "patches/?order=date, 1",
        "patches/?state=Under%20Review&archived=true&page=1&per_page=5&project=core&q=frob, 0",
        "events/?category=check-updated&order=-date, 0",
        "users/?q=maint, 0",
        "projects/core/, 0"
    })
    void whatIsUnderstoodIsNotRemarkedOn(String target, int remarks) {
        assertThat(remarks("GET", "/api/1.4/" + target, "")).hasSize(remarks);
    }

    @Test
    void aPathWithoutAVersionLosesItsQuery() {
        assertThat(remarks("GET", "/api/patches/?project=core", ""))
                .singleElement()
                .asString()
                .contains("version");
    }

    @Test
    void aNullClearsNothing() {
        assertThat(remarks("PATCH", "/api/1.4/patches/1/", "{\"delegate\":null}"))
                .singleElement()
                .asString()
                .contains("delegate");
    }
}
