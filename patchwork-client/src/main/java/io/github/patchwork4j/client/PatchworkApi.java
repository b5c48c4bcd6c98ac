package io.github.patchwork4j.client;

import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.Cover;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.User;
import io.github.patchwork4j.core.Webhook;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * The REST API as it is on the wire: every address with all that it takes, relative to {@code /api/<version>/}.
 *
 * <p>Get one from {@link PatchworkClient#api()} for what the client itself does not offer. A list here is one page of
 * it, a value that a server does not understand empties the list or is ignored, and errors come as
 * {@link retrofit2.Response}s: the resources of the client take care of all that.
 */
public interface PatchworkApi {
    /**
     * {@return the addresses of all lists by name}
     */
    @GET("./")
    Call<Map<String, String>> index();

    /**
     * Lists projects.
     *
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("projects/")
    Call<List<Project>> projects(
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a project.
     *
     * @param project the id, or else the link name
     * @return the project
     */
    @GET("projects/{project}/")
    Call<Project> project(@Path("project") String project);

    /**
     * Changes a project.
     *
     * @param project the id, or else the link name
     * @param update what to change
     * @return the project
     */
    @PATCH("projects/{project}/")
    Call<Project> updateProject(@Path("project") String project, @Body ProjectUpdate update);

    /**
     * Lists users.
     *
     * @param search words to search for
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("users/")
    Call<List<User>> users(
            @Query("q") @Nullable String search,
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a user.
     *
     * @param id the id
     * @return the user
     */
    @GET("users/{id}/")
    Call<User> user(@Path("id") long id);

    /**
     * Changes the user who asks.
     *
     * @param id the id
     * @param update what to change
     * @return the user
     */
    @PATCH("users/{id}/")
    Call<User> updateUser(@Path("id") long id, @Body UserUpdate update);

    /**
     * Lists people.
     *
     * @param search words to search for
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("people/")
    Call<List<Person>> people(
            @Query("q") @Nullable String search,
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a person.
     *
     * @param id the id
     * @return the person
     */
    @GET("people/{id}/")
    Call<Person> person(@Path("id") long id);

    /**
     * Lists patches.
     *
     * @param project id or link name
     * @param series the id of the series
     * @param submitter id or mail address
     * @param delegate id or user name
     * @param states ids, names or slugs of states, any of which will do
     * @param archived whether it is put away
     * @param hash the hash of the diff, since 1.2
     * @param messageId the message id without brackets, since 1.2
     * @param since the first date, without a zone
     * @param before the date after the last, without a zone
     * @param search words to search for
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("patches/")
    Call<List<PatchSummary>> patches(
            @Query("project") @Nullable String project,
            @Query("series") @Nullable Long series,
            @Query("submitter") @Nullable String submitter,
            @Query("delegate") @Nullable String delegate,
            @Query("state") @Nullable List<String> states,
            @Query("archived") @Nullable Boolean archived,
            @Query("hash") @Nullable String hash,
            @Query("msgid") @Nullable String messageId,
            @Query("since") @Nullable String since,
            @Query("before") @Nullable String before,
            @Query("q") @Nullable String search,
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a patch.
     *
     * @param id the id
     * @return the patch
     */
    @GET("patches/{id}/")
    Call<Patch> patch(@Path("id") long id);

    /**
     * Changes a patch. The answer may show its relation as it was before.
     *
     * @param id the id
     * @param update what to change
     * @return the patch
     */
    @PATCH("patches/{id}/")
    Call<Patch> updatePatch(@Path("id") long id, @Body PatchUpdate update);

    /**
     * Lists the checks of a patch.
     *
     * @param patch the id of the patch
     * @param user id or user name
     * @param state the outcome as a number from 0 to 3: pending, success, warning, fail
     * @param context the context
     * @param since the first date, without a zone
     * @param before the date after the last, without a zone
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("patches/{patch}/checks/")
    Call<List<Check>> checks(
            @Path("patch") long patch,
            @Query("user") @Nullable String user,
            @Query("state") @Nullable Integer state,
            @Query("context") @Nullable String context,
            @Query("since") @Nullable String since,
            @Query("before") @Nullable String before,
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a check.
     *
     * @param patch the id of the patch
     * @param id the id
     * @return the check
     */
    @GET("patches/{patch}/checks/{id}/")
    Call<Check> check(@Path("patch") long patch, @Path("id") long id);

    /**
     * Posts a check.
     *
     * @param patch the id of the patch
     * @param check the check
     * @return the check
     */
    @POST("patches/{patch}/checks/")
    Call<Check> createCheck(@Path("patch") long patch, @Body NewCheck check);

    /**
     * Changes a check; on Patchwork 4.0 only, which wants the state and the context in each update.
     *
     * @param patch the id of the patch
     * @param id the id
     * @param update what to change
     * @return the check
     */
    @PATCH("patches/{patch}/checks/{id}/")
    Call<Check> updateCheck(@Path("patch") long patch, @Path("id") long id, @Body CheckUpdate update);

    /**
     * Lists the comments on a patch; since 1.1.
     *
     * @param patch the id of the patch
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("patches/{patch}/comments/")
    Call<List<Comment>> patchComments(
            @Path("patch") long patch,
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a comment on a patch; since 1.3.
     *
     * @param patch the id of the patch
     * @param id the id
     * @return the comment
     */
    @GET("patches/{patch}/comments/{id}/")
    Call<Comment> patchComment(@Path("patch") long patch, @Path("id") long id);

    /**
     * Marks a comment on a patch; since 1.3.
     *
     * @param patch the id of the patch
     * @param id the id
     * @param update the mark
     * @return the comment
     */
    @PATCH("patches/{patch}/comments/{id}/")
    Call<Comment> updatePatchComment(@Path("patch") long patch, @Path("id") long id, @Body CommentUpdate update);

    /**
     * Lists cover letters.
     *
     * @param project id or link name
     * @param submitter id or mail address
     * @param messageId the message id without brackets
     * @param since the first date, without a zone
     * @param before the date after the last, without a zone
     * @param search words to search for
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("covers/")
    Call<List<CoverSummary>> covers(
            @Query("project") @Nullable String project,
            @Query("submitter") @Nullable String submitter,
            @Query("msgid") @Nullable String messageId,
            @Query("since") @Nullable String since,
            @Query("before") @Nullable String before,
            @Query("q") @Nullable String search,
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a cover letter.
     *
     * @param id the id
     * @return the cover letter
     */
    @GET("covers/{id}/")
    Call<Cover> cover(@Path("id") long id);

    /**
     * Lists the comments on a cover letter; since 1.1.
     *
     * @param cover the id of the cover letter
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("covers/{cover}/comments/")
    Call<List<Comment>> coverComments(
            @Path("cover") long cover,
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a comment on a cover letter; since 1.3.
     *
     * @param cover the id of the cover letter
     * @param id the id
     * @return the comment
     */
    @GET("covers/{cover}/comments/{id}/")
    Call<Comment> coverComment(@Path("cover") long cover, @Path("id") long id);

    /**
     * Marks a comment on a cover letter; since 1.3.
     *
     * @param cover the id of the cover letter
     * @param id the id
     * @param update the mark
     * @return the comment
     */
    @PATCH("covers/{cover}/comments/{id}/")
    Call<Comment> updateCoverComment(@Path("cover") long cover, @Path("id") long id, @Body CommentUpdate update);

    /**
     * Lists series.
     *
     * @param project id or link name
     * @param submitter id or mail address
     * @param since the first date, without a zone
     * @param before the date after the last, without a zone
     * @param search words to search for
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("series/")
    Call<List<Series>> seriesList(
            @Query("project") @Nullable String project,
            @Query("submitter") @Nullable String submitter,
            @Query("since") @Nullable String since,
            @Query("before") @Nullable String before,
            @Query("q") @Nullable String search,
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a series.
     *
     * @param id the id
     * @return the series
     */
    @GET("series/{id}/")
    Call<Series> series(@Path("id") long id);

    /**
     * Changes a series; on Patchwork 4.0 only.
     *
     * @param id the id
     * @param update what to change
     * @return the series
     */
    @PATCH("series/{id}/")
    Call<Series> updateSeries(@Path("id") long id, @Body SeriesUpdate update);

    /**
     * Lists the webhooks of a project; on Patchwork 4.0 only.
     *
     * @param project the id of the project
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("projects/{project}/webhooks/")
    Call<List<Webhook>> webhooks(
            @Path("project") long project,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a webhook; on Patchwork 4.0 only.
     *
     * @param project the id of the project
     * @param id the id
     * @return the webhook
     */
    @GET("projects/{project}/webhooks/{id}/")
    Call<Webhook> webhook(@Path("project") long project, @Path("id") long id);

    /**
     * Makes a webhook; on Patchwork 4.0 only.
     *
     * @param project the id of the project
     * @param webhook the webhook
     * @return the webhook
     */
    @POST("projects/{project}/webhooks/")
    Call<Webhook> createWebhook(@Path("project") long project, @Body NewWebhook webhook);

    /**
     * Changes a webhook; on Patchwork 4.0 only.
     *
     * @param project the id of the project
     * @param id the id
     * @param update what to change
     * @return the webhook
     */
    @PATCH("projects/{project}/webhooks/{id}/")
    Call<Webhook> updateWebhook(@Path("project") long project, @Path("id") long id, @Body WebhookUpdate update);

    /**
     * Deletes a webhook; on Patchwork 4.0 only.
     *
     * @param project the id of the project
     * @param id the id
     * @return nothing
     */
    @DELETE("projects/{project}/webhooks/{id}/")
    Call<Void> deleteWebhook(@Path("project") long project, @Path("id") long id);

    /**
     * Lists bundles.
     *
     * @param project id or link name
     * @param owner id or user name
     * @param isPublic whether others see it
     * @param search words to search for
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("bundles/")
    Call<List<Bundle>> bundles(
            @Query("project") @Nullable String project,
            @Query("owner") @Nullable String owner,
            @Query("public") @Nullable Boolean isPublic,
            @Query("q") @Nullable String search,
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);

    /**
     * Reads a bundle.
     *
     * @param id the id
     * @return the bundle
     */
    @GET("bundles/{id}/")
    Call<Bundle> bundle(@Path("id") long id);

    /**
     * Makes a bundle; since 1.2.
     *
     * @param bundle the bundle
     * @return the bundle
     */
    @POST("bundles/")
    Call<Bundle> createBundle(@Body NewBundle bundle);

    /**
     * Changes a bundle; since 1.2.
     *
     * @param id the id
     * @param update what to change
     * @return the bundle
     */
    @PATCH("bundles/{id}/")
    Call<Bundle> updateBundle(@Path("id") long id, @Body BundleUpdate update);

    /**
     * Deletes a bundle; since 1.2.
     *
     * @param id the id
     * @return nothing
     */
    @DELETE("bundles/{id}/")
    Call<Void> deleteBundle(@Path("id") long id);

    /**
     * Lists events.
     *
     * @param project id or link name
     * @param category the category
     * @param series the id of the series
     * @param patch the id of the patch
     * @param cover the id of the cover letter
     * @param actor the id of the user who did it, since 1.2
     * @param since the first date, without a zone
     * @param before the date after the last, without a zone
     * @param order fields to sort by, with commas between them
     * @param page the number of the page
     * @param perPage how many rows
     * @return one page
     */
    @GET("events/")
    Call<List<Event>> events(
            @Query("project") @Nullable String project,
            @Query("category") @Nullable String category,
            @Query("series") @Nullable Long series,
            @Query("patch") @Nullable Long patch,
            @Query("cover") @Nullable Long cover,
            @Query("actor") @Nullable Long actor,
            @Query("since") @Nullable String since,
            @Query("before") @Nullable String before,
            @Query("order") @Nullable String order,
            @Query("page") @Nullable Integer page,
            @Query("per_page") @Nullable Integer perPage);
}
