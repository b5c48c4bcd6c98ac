package io.github.patchwork4j.testing.internal.api;

import static io.github.patchwork4j.testing.internal.api.FormField.optional;
import static io.github.patchwork4j.testing.internal.api.FormField.readOnly;
import static io.github.patchwork4j.testing.internal.api.FormField.required;

import io.github.patchwork4j.testing.LibraryStack;
import java.util.List;
import java.util.stream.Stream;

/** The forms of all objects that can be written; no version hides any of their fields. */
final class Forms {
    private static final String FIELD = "field";
    private static final String TEXT = "string";

    static final List<FormField> PATCH = List.of(
            readOnly("id", "integer"),
            readOnly("url", FIELD),
            readOnly("web_url", FIELD),
            readOnly("project", FIELD),
            readOnly("msgid", TEXT),
            readOnly("list_archive_url", FIELD),
            readOnly("date", "datetime"),
            readOnly("name", TEXT),
            optional("commit_ref", TEXT).upTo(255),
            optional("pull_url", TEXT).upTo(255),
            required("state", FIELD),
            optional("archived", "boolean"),
            readOnly("hash", TEXT),
            readOnly("submitter", FIELD),
            required("delegate", FIELD),
            readOnly("mbox", FIELD),
            readOnly("series", FIELD),
            readOnly("comments", FIELD),
            readOnly("check", FIELD),
            readOnly("checks", FIELD),
            readOnly("tags", FIELD),
            optional("related", FIELD),
            readOnly("headers", FIELD),
            readOnly("content", TEXT),
            readOnly("diff", TEXT),
            readOnly("prefixes", FIELD));

    static final List<FormField> COMMENT = List.of(
            readOnly("id", "integer"),
            readOnly("url", FIELD),
            readOnly("web_url", FIELD),
            readOnly("msgid", TEXT),
            readOnly("list_archive_url", FIELD),
            readOnly("date", "datetime"),
            readOnly("subject", FIELD),
            readOnly("submitter", FIELD),
            readOnly("content", TEXT),
            readOnly("headers", FIELD),
            optional("addressed", "boolean"));

    static final List<FormField> CHECK = List.of(
            readOnly("id", "integer"),
            readOnly("url", FIELD),
            optional("user", FIELD),
            readOnly("date", "datetime"),
            optional("state", "choice").help("The state of the check.").of("pending", "success", "warning", "fail"),
            optional("target_url", "url")
                    .help("The target URL to associate with this check. This should be specific to the patch.")
                    .upTo(200),
            optional("context", "slug")
                    .help("A label to discern check from checks of other testing systems.")
                    .upTo(255),
            optional("description", TEXT).help("A brief description of the check."));

    static final List<FormField> BUNDLE = List.of(
            readOnly("id", "integer"),
            readOnly("url", FIELD),
            readOnly("web_url", FIELD),
            readOnly("project", FIELD),
            required("name", TEXT).upTo(50),
            readOnly("owner", FIELD),
            required("patches", FIELD),
            optional("public", "boolean"),
            readOnly("mbox", FIELD));

    private static final List<FormField> PROJECT = List.of(
            readOnly("id", "integer"),
            readOnly("url", FIELD),
            readOnly("name", TEXT),
            readOnly("link_name", TEXT).upTo(255),
            readOnly("list_id", TEXT).upTo(255),
            readOnly("list_email", TEXT).upTo(200),
            optional("web_url", TEXT).upTo(2000),
            optional("scm_url", TEXT).upTo(2000),
            optional("webscm_url", TEXT).upTo(2000),
            readOnly("maintainers", FIELD),
            readOnly("subject_match", TEXT)
                    .help("Regex to match the subject against if only part of emails sent to the list belongs to this"
                            + " project. Will be used with IGNORECASE and MULTILINE flags. If rules for more projects"
                            + " match the first one returned from DB is chosen; empty field serves as a default for"
                            + " every email which has no other match."),
            optional("list_archive_url", TEXT).upTo(2000),
            optional("list_archive_url_format", TEXT)
                    .help("URL format for the list archive's Message-ID redirector. {} will be replaced by the"
                            + " Message-ID.")
                    .upTo(2000),
            optional("commit_url_format", TEXT)
                    .help("URL format for a particular commit. {} will be replaced by the commit SHA.")
                    .upTo(2000));

    private Forms() {}

    /** Returns the form of a user; only newer libraries tell which numbers the database has room for. */
    static List<FormField> user(LibraryStack libraries) {
        FormField items = optional("items_per_page", "integer");
        return List.of(
                readOnly("id", "integer"),
                readOnly("url", FIELD),
                readOnly("username", TEXT)
                        .help("Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only."),
                optional("first_name", TEXT).upTo(150),
                optional("last_name", TEXT).upTo(150),
                readOnly("email", "email").called("Email address"),
                required("settings", "nested object")
                        .with(
                                optional("send_email", "boolean"),
                                libraries.isNew() ? items.from(0, Long.MAX_VALUE) : items,
                                optional("show_ids", "boolean")));
    }

    /** Returns the form of a project; the last field came with 1.4. */
    static List<FormField> project(int newest) {
        FormField dependencies = optional("show_dependencies", "boolean")
                .help("Enable dependency tracking for patches and cover letters.");
        return newest < 4
                ? PROJECT
                : Stream.concat(PROJECT.stream(), Stream.of(dependencies)).toList();
    }
}
