package io.github.patchwork4j.client;

import io.github.patchwork4j.core.ApiVersion;
import org.jspecify.annotations.Nullable;

/**
 * Something that not every server does in every version of the API.
 *
 * <p>What a server cannot do it does not always refuse: an unknown filter lists everything, an unknown field is not
 * written. So the client refuses it, before anything is sent where it knows the server by then.
 */
@SuppressWarnings("ImmutableEnumChecker") // a version is two numbers that never change
public enum Capability {
    /** The comments on a patch or a cover letter can be listed. */
    COMMENTS(ApiVersion.V1_1, null, "listing comments"),
    /** Patches can be filtered by the hash of their diff. */
    HASH_FILTER(ApiVersion.V1_2, null, "filtering patches by hash"),
    /** Patches can be filtered by their message id. */
    MESSAGE_ID_FILTER(ApiVersion.V1_2, null, "filtering patches by message id"),
    /** Events can be filtered by who caused them. */
    ACTOR_FILTER(ApiVersion.V1_2, null, "filtering events by actor"),
    /** Patches tell which others they are related to, and can be related. */
    RELATED_PATCHES(ApiVersion.V1_2, null, "relating patches"),
    /** Bundles can be made, changed and deleted. */
    BUNDLE_WRITES(ApiVersion.V1_2, null, "writing bundles"),
    /** The formats of addresses of a project can be changed. */
    PROJECT_FORMATS(ApiVersion.V1_2, null, "changing the address formats of a project"),
    /** A single comment can be read. */
    SINGLE_COMMENTS(ApiVersion.V1_3, null, "reading one comment"),
    /** A comment can be marked as addressed. */
    COMMENT_WRITES(ApiVersion.V1_3, null, "marking comments as addressed"),
    /** Events tell of comments. */
    COMMENT_EVENTS(ApiVersion.V1_3, null, "listing comment events"),
    /** Series tell which others they depend on. */
    DEPENDENCIES(ApiVersion.V1_4, null, "dependencies of series"),
    /** Lists other than that of events come in the order that is asked for. */
    SORTING(ApiVersion.V1_0, ServerDialect.PATCHWORK_3, "sorting a list"),
    /** Patches of any of several states can be listed at once. */
    SEVERAL_STATES(ApiVersion.V1_0, ServerDialect.PATCHWORK_3, "filtering by more than one state"),
    /** The checks of a patch can be filtered. */
    CHECK_FILTERS(ApiVersion.V1_0, ServerDialect.PATCHWORK_3, "filtering checks"),
    /** Bundles can be searched by words of their names. */
    BUNDLE_SEARCH(ApiVersion.V1_0, ServerDialect.PATCHWORK_3, "searching bundles"),
    /** Bundles can be filtered by the user name of the owner, not only by the id. */
    BUNDLE_OWNER_NAMES(ApiVersion.V1_0, ServerDialect.PATCHWORK_3, "filtering bundles by the name of the owner"),
    /** A delegate and the mark of a comment can be taken away again. */
    CLEARING(ApiVersion.V1_0, ServerDialect.PATCHWORK_3, "clearing a delegate or the mark of a comment"),
    /** Users can change their settings. */
    USER_SETTINGS(ApiVersion.V1_2, ServerDialect.PATCHWORK_3, "changing the settings of a user"),
    /** It can be changed whether a project shows dependencies. */
    DEPENDENCY_SETTING(ApiVersion.V1_4, ServerDialect.PATCHWORK_3, "changing whether a project shows dependencies"),
    /** Checks can be changed; where they cannot, a new one of the same context takes the place of the old. */
    CHECK_UPDATES(ApiVersion.V1_0, ServerDialect.PATCHWORK_4, "changing a check"),
    /** The version and the metadata of series can be changed. */
    SERIES_WRITES(ApiVersion.V1_0, ServerDialect.PATCHWORK_4, "changing a series"),
    /** Projects have webhooks. */
    WEBHOOKS(ApiVersion.V1_0, ServerDialect.PATCHWORK_4, "telling webhooks of events");

    private final ApiVersion since;
    private final @Nullable ServerDialect only;
    private final String action;

    Capability(ApiVersion since, @Nullable ServerDialect only, String action) {
        this.since = since;
        this.only = only;
        this.action = action;
    }

    /**
     * {@return the first version of the API that has it}
     */
    public ApiVersion since() {
        return since;
    }

    /**
     * Tells whether a server has it.
     *
     * @param dialect which server it is
     * @param version the version of the API that it is asked in
     * @return whether it does
     */
    public boolean isIn(ServerDialect dialect, ApiVersion version) {
        return version.isAtLeast(since) && (only == null || only == dialect);
    }

    boolean dependsOnDialect() {
        return only != null;
    }

    /** Says why a server in this version of the API, whichever it is, cannot do it. */
    String refusal(ApiVersion version) {
        return action + " needs API version " + since + " or later, and this client asks for version " + version;
    }

    /** Says why the server, in whatever version of the API, cannot do it. */
    String refusal(ServerDialect dialect) {
        return action + " is nothing that " + dialect + " does";
    }
}
