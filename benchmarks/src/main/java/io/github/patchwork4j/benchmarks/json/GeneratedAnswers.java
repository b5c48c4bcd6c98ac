package io.github.patchwork4j.benchmarks.json;

import io.github.patchwork4j.client.PatchworkJson;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.Headers;
import io.github.patchwork4j.core.MessageId;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.PersonRef;
import io.github.patchwork4j.core.ProjectRef;
import io.github.patchwork4j.core.SeriesRef;
import io.github.patchwork4j.core.UserRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers of a server with invented patches, always the same. */
final class GeneratedAnswers {
    private static final String SERVER = "https://patchwork.example.org";

    /** As many headers as a mail has that went through a list. */
    private static final int TRACES = 8;

    private static final PatchworkJson JSON = PatchworkJson.create();

    private GeneratedAnswers() {}

    /** Returns a page of a list of patches. */
    static byte[] page(int patches) {
        return IntStream.range(0, patches)
                .mapToObj(number -> JSON.write(PatchSummary.class, summary(number)))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the detail of one patch. */
    static byte[] detail(byte[] diff) {
        Headers.Builder headers = Headers.builder();
        for (int hop = 0; hop < TRACES; hop++) {
            headers.add(
                    "Received",
                    "from mx" + hop + ".example.org (mx" + hop + ".example.org [192.0.2." + hop + "])\n"
                            + "\tby lists.example.org (Postfix) with ESMTPS id 4XmNq" + hop + "\n"
                            + "\tfor <kettle-devel@lists.example.org>; Mon, 11 May 2026 08:00:0" + hop
                            + " +0200 (CEST)");
            headers.add("X-Trace-" + hop, "ok " + hop);
        }
        headers.add("From", "Ines Okafor <ines@example.org>");
        headers.add("Subject", "[PATCH 1/2] kettle: boil the water only once");
        Patch patch = Patch.builder()
                .from(summary(1))
                .headers(headers.build())
                .content("The water was boiled each time that somebody looked at the kettle.\n".repeat(20))
                .diff(new String(diff, StandardCharsets.UTF_8))
                .prefixes(List.of("1/2"))
                .build();
        return JSON.write(Patch.class, patch).getBytes(StandardCharsets.UTF_8);
    }

    private static PatchSummary summary(int number) {
        long id = 1_550_000L + number;
        Instant date = Instant.parse("2026-05-11T06:00:00Z").plusSeconds(977L * number);
        String messageId = "2026051106" + number + ".4711-" + number + "-ines@example.org";
        String page = SERVER + "/project/kettle/patch/" + messageId + "/";
        String url = SERVER + "/api/1.4/patches/" + id + "/";
        PatchSummary.Builder patch = PatchSummary.builder()
                .id(id)
                .url(url)
                .webUrl(page)
                .messageId(MessageId.of("<" + messageId + ">"))
                .date(date)
                .name("[" + (number + 1) + "/100] kettle: boil the water number " + number + " only once")
                .mboxUrl(page + "mbox/")
                .project(project())
                .state(number % 3 == 0 ? PatchState.NEW : PatchState.of("Changes Requested"))
                .archived(number % 5 == 0)
                .hash("%040x".formatted(id * 0x9e3779b97f4a7c15L))
                .submitter(PersonRef.builder()
                        .id(77_000L + number % 7)
                        .url(SERVER + "/api/1.4/people/" + (77_000 + number % 7) + "/")
                        .name("Ines Okafor")
                        .email("ines@example.org")
                        .build())
                .addSeries(series(number, date))
                .commentsUrl(url + "comments/")
                .check(CheckState.SUCCESS)
                .checksUrl(url + "checks/");
        if (number % 2 == 0) {
            patch.delegate(delegate());
        }
        return patch.build();
    }

    private static ProjectRef project() {
        return ProjectRef.builder()
                .id(68)
                .url(SERVER + "/api/1.4/projects/68/")
                .name("Kettle development")
                .linkName("kettle")
                .listId("kettle-devel.lists.example.org")
                .listEmail("kettle-devel@lists.example.org")
                .webUrl("https://kettle.example.org/")
                .scmUrl("https://git.example.org/kettle.git")
                .webscmUrl("https://git.example.org/kettle")
                .listArchiveUrl("https://lists.example.org/kettle-devel/")
                .listArchiveUrlFormat("https://lists.example.org/kettle-devel/{}")
                .commitUrlFormat("https://git.example.org/kettle/commit/{}")
                .build();
    }

    private static SeriesRef series(int number, Instant date) {
        long id = 270_000L + number / 10;
        return SeriesRef.builder()
                .id(id)
                .url(SERVER + "/api/1.4/series/" + id + "/")
                .webUrl(SERVER + "/project/kettle/list/?series=" + id)
                .date(date)
                .name("kettle: save water")
                .version(1 + number % 4)
                .mboxUrl(SERVER + "/series/" + id + "/mbox/")
                .build();
    }

    private static UserRef delegate() {
        return UserRef.builder()
                .id(12)
                .url(SERVER + "/api/1.4/users/12/")
                .username("bruno")
                .firstName("Bruno")
                .lastName("Halvorsen")
                .email("bruno@example.net")
                .build();
    }
}
