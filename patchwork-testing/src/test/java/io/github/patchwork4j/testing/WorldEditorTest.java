package io.github.patchwork4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.Series;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldEditorTest {
    private static final String TOKEN = "00000000000000000000000000000000000000aa";

    @Test
    void aSeriesIsMailedAsGitMailsIt() {
        try (FakePatchwork fake = FakePatchwork.start()) {
            AddedSeries added = fake.edit()
                    .series("net: foo")
                    .version(2)
                    .patches(3)
                    .prefix("RFC PATCH net-next")
                    .cover("Why foo.\n")
                    .date(Instant.parse("2026-03-02T08:00:00Z"))
                    .create();

            PatchworkClient client = fake.client();
            Series series = client.series().get(added.id());
            assertThat(series.name()).contains("net: foo");
            assertThat(series.version()).isEqualTo(2);
            assertThat(series.total()).isEqualTo(3);
            assertThat(series.receivedAll()).isTrue();
            assertThat(series.project().listId()).isEqualTo("test.lists.example.org");
            assertThat(series.patches())
                    .extracting(PatchRef::name)
                    .containsExactly(
                            "[RFC,net-next,v2,1/3] net: foo, step 1",
                            "[RFC,net-next,v2,2/3] net: foo, step 2",
                            "[RFC,net-next,v2,3/3] net: foo, step 3");
            assertThat(client.covers().get(added.cover().orElseThrow()).content())
                    .isEqualTo("Why foo.");
            Patch last = client.patches().get(added.patches().get(2));
            assertThat(last.date()).isEqualTo(Instant.parse("2026-03-02T08:00:03Z"));
            assertThat(last.diff().orElseThrow()).contains("+net: foo\n");
            assertThat(last.hash()).isPresent();
            assertThat(categories(client))
                    .endsWith("cover-created", "series-created")
                    .startsWith("series-completed");
        }
    }

    @Test
    void namesAndTitlesOutsideAsciiArriveAsTheyAre() {
        try (FakePatchwork fake = FakePatchwork.start()) {
            AddedSeries added = fake.edit()
                    .series("tee: wärmer, schneller")
                    .from("Jörg \"Kanne\" Öz, M.A.", "joerg@example.org")
                    .patch(
                            "kanne: größer",
                            "Für alle.\n",
                            "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-ä\n+ö\n")
                    .cover("Süß.\n")
                    .create();

            Patch patch = fake.client().patches().get(added.patches().get(0));
            assertThat(patch.name()).isEqualTo("[1/1] kanne: größer");
            assertThat(patch.submitter().name()).contains("Jörg \"Kanne\" Öz, M.A.");
            assertThat(patch.content()).startsWith("Für alle.");
            assertThat(patch.diff().orElseThrow()).endsWith("-ä\n+ö\n");
            assertThat(fake.client().series().get(added.id()).name()).contains("tee: wärmer, schneller");
        }
    }

    @Test
    void aSeriesCanStayIncompleteAndHaveVersionsInOneThread() {
        try (FakePatchwork fake = FakePatchwork.start()) {
            AddedSeries first = fake.edit()
                    .series("net: foo")
                    .patches(3)
                    .without(2)
                    .withoutCover()
                    .create();
            PatchworkClient client = fake.client();
            assertThat(client.series().get(first.id()).receivedAll()).isFalse();
            assertThat(first.cover()).isEmpty();
            assertThat(first.patches()).hasSize(2);
            assertThat(categories(client)).doesNotContain("series-completed");
            String parent = fake.world().patches().get(first.patches().get(0)).msgid();

            AddedSeries second = fake.edit()
                    .series("net: foo")
                    .version(2)
                    .patches(3)
                    .inReplyTo(parent)
                    .create();
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(client.series().get(second.id()).receivedAll()).isTrue();
            assertThat(client.series().get(first.id()).patches()).hasSize(2);
        }
    }

    @Test
    void commentsAreAnswersToWhatTheyAreOn() {
        try (FakePatchwork fake = FakePatchwork.start()) {
            AddedSeries added = fake.edit().series("net: foo").patches(2).create();
            long patch = added.patches().get(1);
            fake.edit().commentOnPatch(patch, "jo@example.org", "Acked-by: Jo Reed <jo@example.org>\n");
            fake.edit().commentOnCover(added.cover().orElseThrow(), "jo@example.org", "Nice.\n");

            PatchworkClient client = fake.client();
            assertThat(client.comments().list(client.patches().get(patch)))
                    .extracting(Comment::content)
                    .containsExactly("Acked-by: Jo Reed <jo@example.org>");
            assertThat(client.comments().list(client.covers().get(added.cover().orElseThrow())))
                    .extracting(Comment::subject)
                    .containsExactly("Re: [0/2] net: foo");
            assertThat(categories(client)).startsWith("cover-comment-created", "patch-comment-created");
        }
    }

    @Test
    void checksAddUpOn3AndReplaceEachOtherOn4() {
        for (Profile profile : Profile.values()) {
            try (FakePatchwork fake =
                    FakePatchwork.builder().profile(profile).user("ci", TOKEN).start()) {
                long patch = fake.edit().patch("net: foo");
                fake.edit().check(patch, "ci", "build", CheckState.FAIL);
                fake.edit().check(patch, "ci", "build", CheckState.SUCCESS);

                PatchworkAssertions.assertThat(fake)
                        .patch(patch)
                        .hasCheck("build", CheckState.SUCCESS)
                        .hasNoCheck("test")
                        .and()
                        .wroteNothing();
                assertThat(fake.world().checks().of(patch)).hasSize(profile == Profile.PATCHWORK_4_0 ? 1 : 2);
            }
        }
    }

    @Test
    void whatIsDeletedTakesAlongWhatHangsOnIt(@TempDir Path folder) throws IOException {
        try (FakePatchwork fake = FakePatchwork.start()) {
            WorldEditor edit = fake.edit();
            edit.project("kettle", "kettle.lists.example.org");
            long maint = edit.user("maint", TOKEN, "kettle");
            edit.user("ci", "00000000000000000000000000000000000000ab");
            List<Long> patches = edit.series("boil").patches(3).create().patches();
            edit.commentOnPatch(patches.get(0), "jo@example.org", "No.\n");
            edit.check(patches.get(0), "ci", "build", CheckState.FAIL);
            edit.check(patches.get(2), "ci", "build", CheckState.FAIL);
            edit.bundle("maint", "mine", patches.get(0), patches.get(2));
            edit.bundle("ci", "theirs", patches.get(2));
            PatchworkClient client = fake.client("maint");
            Patch second = client.patches().get(patches.get(1));
            client.patches()
                    .update(second, PatchUpdate.builder().delegate(maint).build());
            PatchworkAssertions.assertThat(fake).patch(second.id()).hasDelegate("maint");

            edit.deletePatch(patches.get(0));
            assertThatThrownBy(() -> client.patches().get(patches.get(0))).isInstanceOf(NotFoundException.class);
            assertThat(client.bundles().list()).extracting(Bundle::name).contains("mine");
            assertThat(client.bundles().list().toList().get(0).patches())
                    .extracting(PatchRef::id)
                    .containsExactly(patches.get(2));
            assertThat(categories(client))
                    .doesNotContain("patch-comment-created")
                    .contains("patch-delegated");

            edit.deleteUser("ci");
            assertThat(fake.world().checks().all()).isEmpty();
            assertThat(categories(client)).doesNotContain("check-created");
            assertThat(client.bundles().list()).hasSize(1);

            edit.deleteUser("maint");
            assertThatThrownBy(() -> fake.client("maint")).isInstanceOf(IllegalArgumentException.class);
            PatchworkClient anybody = fake.client();
            assertThat(anybody.patches().list()).extracting(PatchRef::id).containsExactly(patches.get(2));
            assertThat(anybody.events().list(EventQuery.builder().build()))
                    .extracting(Event::actor)
                    .allMatch(actor -> actor.isEmpty());

            Path saved = folder.resolve("world.json");
            fake.save(saved);
            Path again = folder.resolve("again.json");
            try (FakePatchwork loaded = FakePatchwork.builder().world(saved).start()) {
                loaded.save(again);
            }
            assertThat(again).hasSameTextualContentAs(saved);
        }
    }

    @Test
    void aProjectIsDeletedWithAllThatIsInIt(@TempDir Path folder) throws IOException {
        try (InputStream world = WorldEditorTest.class.getResourceAsStream("/recorded/world.json");
                FakePatchwork fake =
                        FakePatchwork.builder().world(world).lenient().start()) {
            fake.edit().deleteProject("core");

            Path saved = folder.resolve("world.json");
            fake.save(saved);
            Path again = folder.resolve("again.json");
            try (FakePatchwork loaded = FakePatchwork.builder().world(saved).start()) {
                loaded.save(again);
            }
            assertThat(again).hasSameTextualContentAs(saved);
            assertThat(Files.readString(saved))
                    .doesNotContain("/api/1.4/projects/1/")
                    .contains("/api/1.4/projects/2/");
            PatchworkClient client = fake.client("maint");
            assertThat(client.projects().list()).extracting(Project::linkName).doesNotContain("core");
            assertThat(client.patches().list())
                    .isNotEmpty()
                    .allMatch(patch -> patch.project().id() != 1);
            assertThat(client.series().list())
                    .isNotEmpty()
                    .allMatch(series -> series.project().id() != 1);
            assertThat(client.bundles().list())
                    .allMatch(bundle -> bundle.project().id() != 1);

            fake.edit().project("core", "core.lists.example.org");
            AddedSeries series = fake.edit()
                    .series("frob: teach it to nicate")
                    .project("core")
                    .patches(2)
                    .create();
            assertThat(client.series().get(series.id()).project().id()).isEqualTo(7);
        }
    }

    @Test
    void aCheckOutlivesItsUserOn4Only(@TempDir Path folder) throws IOException {
        for (Profile profile : List.of(Profile.PATCHWORK_3_2, Profile.PATCHWORK_4_0)) {
            try (FakePatchwork fake = FakePatchwork.builder().profile(profile).start()) {
                WorldEditor edit = fake.edit();
                long patch = edit.patch("boil");
                edit.user("ci", "0123456789012345678901234567890123456789");
                edit.check(patch, "ci", "build", CheckState.FAIL);
                edit.deleteUser("ci");

                List<Check> checks = fake.client()
                        .checks()
                        .list(fake.client().patches().get(patch))
                        .toList();
                assertThat(checks.stream().map(Check::user).toList())
                        .isEqualTo(profile == Profile.PATCHWORK_4_0 ? List.of(Optional.empty()) : List.of());

                Path file = folder.resolve(profile + ".json");
                fake.save(file);
                try (FakePatchwork again =
                        FakePatchwork.builder().world(file).profile(profile).start()) {
                    assertThat(again.client()
                                    .checks()
                                    .list(again.client().patches().get(patch))
                                    .toList())
                            .hasSameSizeAs(checks);
                }
            }
        }
    }

    @Test
    void whatCannotBeIsRefusedByItsName() {
        try (FakePatchwork fake = FakePatchwork.start()) {
            WorldEditor edit = fake.edit();
            edit.user("ci", TOKEN);
            long patch = edit.patch("net: foo");
            edit.bundle("ci", "mine", patch);
            refused("\"net:\nfoo\"", () -> edit.series("net:\nfoo"));
            refused("\"\"", () -> edit.series("x").cover(""));
            refused("0", () -> edit.series("x").version(0));
            refused("5 among 2", () -> edit.series("x").patches(2).without(5).create());
            refused("\"kettle\"", () -> edit.series("x").project("kettle").create());
            refused("patch 99", () -> edit.commentOnPatch(99, "jo@example.org", "No.\n"));
            refused("cover letter 99", () -> edit.commentOnCover(99, "jo@example.org", "No.\n"));
            refused("\"nobody\"", () -> edit.check(patch, "nobody", "build", CheckState.FAIL));
            refused("broken", () -> edit.check(patch, "ci", "build", CheckState.of("broken")));
            refused("\"mine\"", () -> edit.bundle("ci", "mine", patch));
            refused("one project", () -> edit.bundle("ci", "empty"));
            refused("\"test\"", () -> edit.project("test", "x.example.org"));
            refused("\"ci\"", () -> edit.user("ci", "another"));
            refused("patch 99", () -> edit.deletePatch(99));
            refused("\"nobody\"", () -> edit.deleteUser("nobody"));
            refused("\"nothing\"", () -> edit.deleteProject("nothing"));
            assertThat(fake.client().series().list()).hasSize(1);
        }
    }

    private static void refused(String value, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(value);
    }

    private static List<String> categories(PatchworkClient client) {
        return client.events().list(EventQuery.builder().build()).stream()
                .map(event -> event.category().toString())
                .toList();
    }
}
