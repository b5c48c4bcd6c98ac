package io.github.patchwork4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.patchwork4j.client.AuthenticationException;
import io.github.patchwork4j.client.Capability;
import io.github.patchwork4j.client.Cursor;
import io.github.patchwork4j.client.Download;
import io.github.patchwork4j.client.EventCursor;
import io.github.patchwork4j.client.EventFeed;
import io.github.patchwork4j.client.EventQuery;
import io.github.patchwork4j.client.NewCheck;
import io.github.patchwork4j.client.NewWebhook;
import io.github.patchwork4j.client.NotFoundException;
import io.github.patchwork4j.client.Pace;
import io.github.patchwork4j.client.Page;
import io.github.patchwork4j.client.Paged;
import io.github.patchwork4j.client.PatchQuery;
import io.github.patchwork4j.client.PatchUpdate;
import io.github.patchwork4j.client.PatchworkClient;
import io.github.patchwork4j.client.PatchworkException;
import io.github.patchwork4j.client.PermissionException;
import io.github.patchwork4j.client.Retries;
import io.github.patchwork4j.client.SeriesMismatchException;
import io.github.patchwork4j.client.ServerDialect;
import io.github.patchwork4j.client.ServerInfo;
import io.github.patchwork4j.client.Timeouts;
import io.github.patchwork4j.client.WebhookSignature;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.EventPayload;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.User;
import io.github.patchwork4j.core.Webhook;
import io.github.patchwork4j.mbox.archive.ArchiveReader;
import io.github.patchwork4j.mbox.archive.ArchivedMail;
import io.github.patchwork4j.mbox.archive.MailArchive;
import io.github.patchwork4j.mbox.archive.SplitRule;
import io.github.patchwork4j.mbox.mail.Mail;
import io.github.patchwork4j.mbox.patch.Dialect;
import io.github.patchwork4j.mbox.patch.PatchMail;
import io.github.patchwork4j.testing.DeliveredMail;
import io.github.patchwork4j.testing.FakePatchwork;
import io.github.patchwork4j.testing.PatchworkTest;
import io.github.patchwork4j.testing.Profile;
import io.github.patchwork4j.testing.WebhookPost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guides, as it stands there: it compiles, and does what they say. */
@PatchworkTest(world = "demo-world.json")
class GuideTest {
    /** Takes the place of the console. */
    private final Console System = new Console();

    private PatchworkClient client;
    private String url;

    @BeforeEach
    void logIn(FakePatchwork server) {
        url = server.url().toString();
        client = server.client("wen");
    }

    @Test
    void listIsRight() {
        PatchQuery query = PatchQuery.builder()
                .project("kettle")
                .addStates(PatchState.NEW)
                .submitter("ines@example.org")
                .build();
        for (PatchSummary patch : client.patches().list(query)) {
            System.out.println(patch.id() + " " + patch.name());
        }

        Series series = client.series().get(1);
        Patch first = client.patches().get(series.patches().get(0));
        System.out.println(first.content());

        Project project = client.projects().get("kettle");
        User user = client.users().get(1);

        assertThat(System.out.lines).hasSize(3).contains("3 [v2,3/3] doc: tell of the café mode and add its sound");
        assertThat(project.id()).isEqualTo(1);
        assertThat(user.username()).isEqualTo("wen");
    }

    @Test
    void pagingIsRight() {
        Paged<PatchSummary> patches = client.patches().list();
        long all = patches.count();
        List<PatchSummary> newest = patches.pageSize(250).limit(1000).toList();

        for (PatchSummary patch : client.patches().list().prefetch(4)) {
            System.out.println(patch.name());
        }

        PatchQuery fresh = PatchQuery.builder().addStates(PatchState.NEW).build();
        for (PatchSummary patch : client.patches().list(fresh).steady()) {
            client.patches()
                    .update(
                            patch,
                            PatchUpdate.builder().state(PatchState.UNDER_REVIEW).build());
        }

        Page<PatchSummary> page =
                client.patches().list().pageSize(2).pages().iterator().next();
        String stored = page.next().map(Cursor::toString).orElse("");
        for (PatchSummary patch : client.patches().list().from(Cursor.parse(stored))) {
            System.out.println("later: " + patch.name());
        }

        assertThat(all).isEqualTo(3);
        assertThat(newest).hasSize(3);
        assertThat(System.out.lines).hasSize(4).last().asString().startsWith("later: [v2,3/3]");
        assertThat(client.patches().list(fresh)).isEmpty();
    }

    @Test
    void eventsIsRight(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cursor");
        for (int walk = 0; walk < 2; walk++) {
            EventCursor start =
                    Files.exists(file) ? EventCursor.parse(Files.readString(file)) : EventCursor.beginning();
            EventFeed feed = client.events()
                    .follow(EventQuery.builder().project("kettle").build(), start);
            for (Event event : feed) {
                System.out.println(event.category() + " " + event.id());
                Files.writeString(file, feed.cursor().toString());
            }

            assertThat(feed.hasGap()).isFalse();
        }
        List<String> once = List.copyOf(System.out.lines);
        for (Event event : client.events().list()) {
            if (event.payload() instanceof EventPayload.SeriesCompleted completed) {
                Series series = client.series().get(completed.series().id());
                System.out.println(series.receivedAll() ? "test it" : "ask again later");
            }
        }

        assertThat(once).isNotEmpty().doesNotHaveDuplicates();
        assertThat(System.out.lines).contains("test it").doesNotContain("ask again later");
    }

    @Test
    void botIsRight(@TempDir Path folder) {
        EventCursor start = EventCursor.beginning();
        Set<Long> waiting = new TreeSet<>();
        EventFeed feed =
                client.events().follow(EventQuery.builder().project("kettle").build(), start);
        for (Event event : feed) {
            if (event.payload() instanceof EventPayload.SeriesCreated created) {
                waiting.add(created.series().id());
            }
        }
        for (long id : List.copyOf(waiting)) {
            Series series = client.series().get(id);
            if (series.receivedAll()) {
                waiting.remove(id);
                System.out.println("test " + series.name().orElse("series " + id));
            }
        }

        try (PatchworkClient newer = PatchworkClient.builder(url)
                .userAgent("my-bot/1.0 (me@example.org)")
                .apiVersionOrOlder(ApiVersion.V1_4)
                .build()) {
            List<Series> order = new ArrayList<>();
            if (newer.server().has(Capability.DEPENDENCIES)) {
                order.addAll(newer.series().dependencies(newer.series().get(1)));
            }
            order.add(newer.series().get(1));
            for (Series part : order) {
                newer.series().verifiedMbox(part).saveTo(folder.resolve(part.id() + ".mbox"));
            }
        }

        for (int run = 0; run < 2; run++) {
            CheckState result = CheckState.SUCCESS;
            boolean told = client.checks().list(client.patches().get(2)).stream()
                    .filter(check -> check.context().equals("build-x86"))
                    .filter(check -> check.user()
                            .filter(user -> user.username().equals("wen"))
                            .isPresent())
                    .reduce((older, newer) -> newer)
                    .filter(last -> last.state().equals(result))
                    .isPresent();
            if (!told) {
                client.checks()
                        .create(2, NewCheck.builder(result).context("build-x86").build());
            }
        }

        assertThat(waiting).isEmpty();
        assertThat(System.out.lines).hasSize(1).first().asString().startsWith("test ");
        assertThat(folder.resolve("1.mbox")).exists();
        assertThat(client.checks().list(client.patches().get(2)))
                .filteredOn(check -> check.context().equals("build-x86"))
                .hasSize(1);
    }

    @Test
    void updateIsRight() {
        PatchUpdate accept = PatchUpdate.builder()
                .state(PatchState.ACCEPTED)
                .commitRef("0123456789abcdef0123456789abcdef01234567")
                .build();
        Patch patch = client.patches().update(1, accept);
        System.out.println(patch.state());

        assertThat(System.out.lines).containsExactly("accepted");
    }

    @Test
    void checksIsRight() {
        NewCheck check = NewCheck.builder(CheckState.SUCCESS)
                .context("build-x86")
                .targetUrl("https://ci.example.org/runs/7")
                .description("built in 3 min")
                .build();
        Check posted = client.checks().create(2, check);
        System.out.println(posted.state() + " " + posted.context());

        assertThat(System.out.lines).containsExactly("success build-x86");
    }

    @Test
    void downloadIsRight(@TempDir Path folder) throws IOException {
        Path fix = client.patches()
                .mbox(client.patches().get(2))
                .atMost(10_000_000)
                .onProgress((soFar, total) -> System.out.println(soFar + " bytes"))
                .saveTo(folder.resolve("fix.mbox"));
        String diff = new String(client.patches().diff(client.patches().get(2)).bytes(), StandardCharsets.UTF_8);

        try {
            client.series().verifiedMbox(client.series().get(1)).saveTo(folder.resolve("series.mbox"));
        } catch (SeriesMismatchException e) {
            System.out.println(e.outstanding() + " patches have not arrived, the server left out " + e.missing());
        }

        CompletableFuture<Path> saved = client.async()
                .covers()
                .mbox(client.covers().get(1), download -> download.saveTo(folder.resolve("cover.mbox")));

        try (Download mbox = client.patches().mbox(client.patches().get(2));
                MailArchive mails = ArchiveReader.of(SplitRule.GIT).read(mbox.stream())) {
            for (ArchivedMail archived : mails) {
                PatchMail mail = PatchMail.of(Mail.parse(archived.content()), Dialect.GIT);
                System.out.println(mail.subject().name());
            }
        }

        assertThat(Files.readString(folder.resolve("series.mbox"))).startsWith("From patchwork ");
        try (PatchworkClient keeping = PatchworkClient.builder(url)
                .userAgent("my-bot/1.0 (me@example.org)")
                .diffCache(folder.resolve("diffs"), 500_000_000)
                .build()) {
            System.out.println(keeping.patches().diff(client.patches().get(2)).bytes().length);
        }

        assertThat(Files.readString(fix)).contains(diff);
        assertThat(Files.readString(saved.join())).startsWith("From patchwork ");
        assertThat(System.out.lines)
                .containsExactly(
                        Files.size(fix) + " bytes",
                        "heat: never heat a dry kettle",
                        "" + diff.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void errorsIsRight() {
        try {
            client.patches().get(4711);
        } catch (NotFoundException e) {
            System.out.println("no such patch: " + e.detail());
        } catch (AuthenticationException | PermissionException e) {
            System.out.println("not allowed: " + e.getMessage());
        } catch (PatchworkException e) {
            System.out.println("try later: " + e.getMessage());
        }

        PatchworkClient patient = PatchworkClient.builder(url)
                .userAgent("my-bot/1.0 (me@example.org)")
                .retries(Retries.builder().attempts(8).build())
                .timeouts(Timeouts.DEFAULT.withTotal(Duration.ofMinutes(20)))
                .pace(Pace.polite())
                .build();

        Patch now = client.withTimeouts(
                        new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20)))
                .patches()
                .get(1);

        assertThat(patient.patches().get(1)).isEqualTo(now);
        patient.close();
        assertThat(System.out.lines).containsExactly("no such patch: Not found.");
    }

    @Test
    void testingIsRight() {
        try (FakePatchwork server = FakePatchwork.builder()
                .project("kettle", "kettle.lists.example.org")
                .user("ci", "0123456789012345678901234567890123456789", "kettle")
                .start()) {
            DeliveredMail mail = server.deliver("""
                            From: Ines Okafor <ines@example.org>
                            Subject: [PATCH] heat: stop at 100 degrees
                            Message-Id: <1@example.org>
                            List-Id: <kettle.lists.example.org>

                            Hotter makes steam only.
                            ---
                            diff --git a/heat.c b/heat.c
                            --- a/heat.c
                            +++ b/heat.c
                            @@ -1 +1 @@
                            -#define MAX 120
                            +#define MAX 100
                            """).get(0);
            PatchworkClient ci = server.client("ci");
            ci.checks().create(mail.id(), NewCheck.builder(CheckState.SUCCESS).build());

            server.fault("GET /api/1.3/patches/ times=1 status=503");
            System.out.println(ci.patches().list().toList().get(0).check());
        }

        assertThat(System.out.lines).containsExactly("success");
    }

    @Test
    void patchwork4IsRight() {
        ServerInfo info = client.server();
        System.out.println(info.dialect() + " " + info.apiVersion());
        if (info.dialect() == ServerDialect.PATCHWORK_4) {
            System.out.println("checks can be changed");
        }

        try (FakePatchwork server =
                FakePatchwork.builder().profile(Profile.PATCHWORK_4_0).start()) {
            System.out.println(server.client().server().dialect());
        }

        assertThat(System.out.lines).containsExactly("Patchwork 3.x 1.3", "Patchwork 4.0");
    }

    @Test
    void webhooksAreRight() throws Exception {
        String header = "sha256=00";
        byte[] body = new byte[0];

        WebhookSignature signature = WebhookSignature.of("a secret");
        if (!signature.isOf(header, body)) {
            System.out.println("not from our server");
        }

        try (FakePatchwork server = FakePatchwork.builder()
                        .profile(Profile.PATCHWORK_4_0)
                        .project("kettle", "kettle.example.org")
                        .user("wen", "0123456789012345678901234567890123456789", "kettle")
                        .start();
                FakePatchwork receiver = FakePatchwork.builder().lenient().start()) {
            PatchworkClient client = server.client("wen");
            String address = receiver.url().toString();

            Webhook hook = client.webhooks()
                    .create(
                            1,
                            NewWebhook.builder(address, "a secret")
                                    .events(EventCategory.PATCH_CREATED)
                                    .build());
            System.out.println(hook.isToldOf(EventCategory.PATCH_CREATED));

            server.edit().patch("boil faster");
            for (WebhookPost post : server.awaitWebhooks(Duration.ofSeconds(10))) {
                System.out.println(post.status());
            }
        }

        // What gets the post here is a Patchwork, which takes none at its root.
        assertThat(System.out.lines).containsExactly("not from our server", "true", "403");
    }

    @Test
    void everyLineOfCodeInTheGuidesStandsInThisTest() throws IOException {
        try (var guides = Files.list(Path.of("..", "docs"))) {
            List<Path> pages = guides.sorted().toList();
            assertThat(pages).hasSize(11);
            for (Path page : pages) {
                CodeBlocks.of(page).assertStandIn("GuideTest.java");
            }
        }
    }
}
