package io.github.patchwork4j.benchmarks.json;

import com.squareup.moshi.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A patch as a program has it that takes the answers of the server as they come: texts and numbers, of which nothing is
 * checked. The fields are named so that Moshi and Jackson can fill them by reflection.
 */
final class PlainPatch {
    long id;

    @Nullable String url;

    @Json(name = "web_url")
    @Nullable String webUrl;

    @Nullable Project project;

    @Nullable String msgid;

    @Json(name = "list_archive_url")
    @Nullable String listArchiveUrl;

    @Nullable String date;

    @Nullable String name;

    @Json(name = "commit_ref")
    @Nullable String commitRef;

    @Json(name = "pull_url")
    @Nullable String pullUrl;

    @Nullable String state;

    boolean archived;

    @Nullable String hash;

    @Nullable Person submitter;

    @Nullable User delegate;

    @Nullable String mbox;

    @Nullable List<Series> series;

    @Nullable String comments;

    @Nullable String check;

    @Nullable String checks;

    @Nullable Map<String, Integer> tags;

    @Nullable List<PlainPatch> related;

    /** Texts, and lists of texts where a name has several values. */
    @Nullable Map<String, Object> headers;

    @Nullable String content;

    @Nullable String diff;

    @Nullable List<String> prefixes;

    /** The project of a patch. */
    static final class Project {
        long id;

        @Nullable String url;

        @Nullable String name;

        @Json(name = "link_name")
        @Nullable String linkName;

        @Json(name = "list_id")
        @Nullable String listId;

        @Json(name = "list_email")
        @Nullable String listEmail;

        @Json(name = "web_url")
        @Nullable String webUrl;

        @Json(name = "scm_url")
        @Nullable String scmUrl;

        @Json(name = "webscm_url")
        @Nullable String webscmUrl;

        @Json(name = "list_archive_url")
        @Nullable String listArchiveUrl;

        @Json(name = "list_archive_url_format")
        @Nullable String listArchiveUrlFormat;

        @Json(name = "commit_url_format")
        @Nullable String commitUrlFormat;
    }

    /** Who sent a patch. */
    static final class Person {
        long id;

        @Nullable String url;

        @Nullable String name;

        @Nullable String email;
    }

    /** Whom a patch is delegated to. */
    static final class User {
        long id;

        @Nullable String url;

        @Nullable String username;

        @Json(name = "first_name")
        @Nullable String firstName;

        @Json(name = "last_name")
        @Nullable String lastName;

        @Nullable String email;
    }

    /** A series that a patch is in. */
    static final class Series {
        long id;

        @Nullable String url;

        @Json(name = "web_url")
        @Nullable String webUrl;

        @Nullable String date;

        @Nullable String name;

        int version;

        @Nullable String mbox;
    }
}
