package io.github.patchwork4j.benchmarks.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Options;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads patches field by field, as fast as Moshi's reader allows: what the adapters of the client are measured by. */
final class HandWritten {
    private static final Options PATCH = Options.of(
            "id",
            "url",
            "web_url",
            "project",
            "msgid",
            "list_archive_url",
            "date",
            "name",
            "commit_ref",
            "pull_url",
            "state",
            "archived",
            "hash",
            "submitter",
            "delegate",
            "mbox",
            "series",
            "comments",
            "check",
            "checks",
            "tags",
            "related",
            "headers",
            "content",
            "diff",
            "prefixes");
    private static final Options PROJECT = Options.of(
            "id",
            "url",
            "name",
            "link_name",
            "list_id",
            "list_email",
            "web_url",
            "scm_url",
            "webscm_url",
            "list_archive_url",
            "list_archive_url_format",
            "commit_url_format");
    private static final Options PERSON = Options.of("id", "url", "name", "email");
    private static final Options USER = Options.of("id", "url", "username", "first_name", "last_name", "email");
    private static final Options SERIES = Options.of("id", "url", "web_url", "date", "name", "version", "mbox");

    private HandWritten() {}

    /** Reads one element of a list. */
    private interface Element<T> {
        T read(JsonReader reader) throws IOException;
    }

    static <T> List<T> list(JsonReader reader, Element<T> element) throws IOException {
        List<T> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(element.read(reader));
        }
        reader.endArray();
        return list;
    }

    static List<PlainPatch> patches(JsonReader reader) throws IOException {
        return list(reader, HandWritten::patch);
    }

    static PlainPatch patch(JsonReader reader) throws IOException {
        PlainPatch patch = new PlainPatch();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(PATCH)) {
                case 0 -> patch.id = reader.nextLong();
                case 1 -> patch.url = text(reader);
                case 2 -> patch.webUrl = text(reader);
                case 3 -> patch.project = project(reader);
                case 4 -> patch.msgid = text(reader);
                case 5 -> patch.listArchiveUrl = text(reader);
                case 6 -> patch.date = text(reader);
                case 7 -> patch.name = text(reader);
                case 8 -> patch.commitRef = text(reader);
                case 9 -> patch.pullUrl = text(reader);
                case 10 -> patch.state = text(reader);
                case 11 -> patch.archived = reader.nextBoolean();
                case 12 -> patch.hash = text(reader);
                case 13 -> patch.submitter = person(reader);
                case 14 -> patch.delegate = isNull(reader) ? null : user(reader);
                case 15 -> patch.mbox = text(reader);
                case 16 -> patch.series = list(reader, HandWritten::series);
                case 17 -> patch.comments = text(reader);
                case 18 -> patch.check = text(reader);
                case 19 -> patch.checks = text(reader);
                case 20 -> patch.tags = tags(reader);
                case 21 -> patch.related = patches(reader);
                case 22 -> patch.headers = headers(reader);
                case 23 -> patch.content = text(reader);
                case 24 -> patch.diff = text(reader);
                case 25 -> patch.prefixes = list(reader, JsonReader::nextString);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return patch;
    }

    private static PlainPatch.Project project(JsonReader reader) throws IOException {
        PlainPatch.Project project = new PlainPatch.Project();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(PROJECT)) {
                case 0 -> project.id = reader.nextLong();
                case 1 -> project.url = text(reader);
                case 2 -> project.name = text(reader);
                case 3 -> project.linkName = text(reader);
                case 4 -> project.listId = text(reader);
                case 5 -> project.listEmail = text(reader);
                case 6 -> project.webUrl = text(reader);
                case 7 -> project.scmUrl = text(reader);
                case 8 -> project.webscmUrl = text(reader);
                case 9 -> project.listArchiveUrl = text(reader);
                case 10 -> project.listArchiveUrlFormat = text(reader);
                case 11 -> project.commitUrlFormat = text(reader);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return project;
    }

    private static PlainPatch.Person person(JsonReader reader) throws IOException {
        PlainPatch.Person person = new PlainPatch.Person();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(PERSON)) {
                case 0 -> person.id = reader.nextLong();
                case 1 -> person.url = text(reader);
                case 2 -> person.name = text(reader);
                case 3 -> person.email = text(reader);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return person;
    }

    private static PlainPatch.User user(JsonReader reader) throws IOException {
        PlainPatch.User user = new PlainPatch.User();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(USER)) {
                case 0 -> user.id = reader.nextLong();
                case 1 -> user.url = text(reader);
                case 2 -> user.username = text(reader);
                case 3 -> user.firstName = text(reader);
                case 4 -> user.lastName = text(reader);
                case 5 -> user.email = text(reader);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return user;
    }

    private static PlainPatch.Series series(JsonReader reader) throws IOException {
        PlainPatch.Series series = new PlainPatch.Series();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(SERIES)) {
                case 0 -> series.id = reader.nextLong();
                case 1 -> series.url = text(reader);
                case 2 -> series.webUrl = text(reader);
                case 3 -> series.date = text(reader);
                case 4 -> series.name = text(reader);
                case 5 -> series.version = reader.nextInt();
                case 6 -> series.mbox = text(reader);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return series;
    }

    private static Map<String, Integer> tags(JsonReader reader) throws IOException {
        Map<String, Integer> tags = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            tags.put(reader.nextName(), reader.nextInt());
        }
        reader.endObject();
        return tags;
    }

    private static Map<String, Object> headers(JsonReader reader) throws IOException {
        Map<String, Object> headers = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            boolean several = reader.peek() == JsonReader.Token.BEGIN_ARRAY;
            headers.put(name, several ? list(reader, JsonReader::nextString) : reader.nextString());
        }
        reader.endObject();
        return headers;
    }

    private static @Nullable String text(JsonReader reader) throws IOException {
        return isNull(reader) ? null : reader.nextString();
    }

    /** Passes a null if one is next. */
    private static boolean isNull(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.NULL) {
            return false;
        }
        reader.nextNull();
        return true;
    }

    private static void skip(JsonReader reader) throws IOException {
        reader.skipName();
        reader.skipValue();
    }
}
