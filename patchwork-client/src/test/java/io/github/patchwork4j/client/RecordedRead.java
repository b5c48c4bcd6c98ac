package io.github.patchwork4j.client;

import io.github.patchwork4j.client.Recordings.Exchange;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.Cover;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.CoverSummary;
import io.github.patchwork4j.core.Event;
import io.github.patchwork4j.core.EventCategory;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.PatchSummary;
import io.github.patchwork4j.core.Person;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.Series;
import io.github.patchwork4j.core.User;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A recorded read as calls of the client make it.
 *
 * @param exchange the recorded request and its answer
 * @param version the version of the API that the client speaks
 * @param type what the answer holds
 * @param wire whether it takes the wire interface to make the request, for no query says such a thing
 * @param call makes the request
 */
record RecordedRead(
        Exchange exchange, ApiVersion version, Class<?> type, boolean wire, Function<PatchworkClient, Object> call) {
    private static final Pattern PATH =
            Pattern.compile("/api/(\\d\\.\\d)/(?:([a-z]+)/(?:([^/?]+)/(?:(checks|comments)/(?:(\\d+)/)?)?)?)?");

    /** Why no call of the client makes a request. */
    static final class Unsayable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsayable(String reason) {
            super(reason);
        }
    }

    /** Returns the call that makes a request, through the resources of the client or else through its wire interface. */
    static RecordedRead of(Exchange exchange) {
        if (!exchange.requestHeaders()
                .getOrDefault("Accept", "application/json")
                .equals("application/json")) {
            throw new Unsayable("an answer of another type is asked for");
        }
        String[] target = exchange.path().split("\\?", 2);
        Matcher path = PATH.matcher(target[0]);
        if (!path.matches()) {
            boolean unversioned = target[0].matches("/api/([a-z].*)?");
            throw new Unsayable(unversioned ? "an address without a version" : "no address that the client asks for");
        }
        ApiVersion version = ApiVersion.of(path.group(1));
        String kind = path.group(2) == null ? "" : path.group(2);
        if (path.group(4) != null) {
            kind += "/" + path.group(4);
        }
        boolean single = path.group(path.group(4) == null ? 3 : 5) != null;
        RecordedParameters parameters = RecordedParameters.of(target.length == 1 ? "" : target[1]);
        if (single || kind.isEmpty()) {
            parameters.requireNone();
            return single(exchange, version, kind, path.group(3), path.group(5));
        }
        return list(exchange, version, kind, path.group(3), parameters);
    }

    @Override
    public String toString() {
        return exchange.name();
    }

    boolean isList() {
        return exchange.path().contains("?")
                || exchange.path().matches("/api/.../([a-z]+|(patches|covers)/\\d+/[a-z]+)/");
    }

    /** Tells whether it asks for what its version of the API does not have, or ignores. */
    boolean isTooNew() {
        String path = exchange.path();
        boolean single = path.contains("/comments/") && !isList();
        boolean commentEvents = path.contains("category=") && path.contains("-comment-created");
        ApiVersion since = single || commentEvents
                ? ApiVersion.V1_3
                : path.contains("actor=") || (path.contains("/patches/?") && path.matches(".*[?&](hash|msgid)=.*"))
                        ? ApiVersion.V1_2
                        : path.contains("/comments/") ? ApiVersion.V1_1 : ApiVersion.V1_0;
        return !version.isAtLeast(since);
    }

    /** Returns what the client is to give, read from the recorded body. */
    Object result() {
        PatchworkJson json =
                PatchworkJson.builder().strict().apiVersion(version).build();
        if (type == Map.class) {
            return exchange.body();
        }
        return isList() ? json.readList(type, exchange.bodyText()) : json.read(type, exchange.bodyText());
    }

    private static RecordedRead single(
            Exchange exchange, ApiVersion version, String kind, @Nullable String key, @Nullable String inner) {
        if (kind.isEmpty()) {
            return new RecordedRead(
                    exchange,
                    version,
                    Map.class,
                    true,
                    client -> Transport.execute(client.api().index()).body());
        }
        if (kind.equals("projects")) {
            String name = RecordedParameters.decoded(key);
            return new RecordedRead(
                    exchange,
                    version,
                    Project.class,
                    false,
                    client -> client.projects().get(name));
        }
        long id = id(key);
        long within = inner == null ? 0 : id(inner);
        PatchRef patch = PatchRef.builder().id(id).name("").build();
        CoverRef cover = CoverRef.builder().id(id).name("").build();
        return switch (kind) {
            case "users" ->
                new RecordedRead(
                        exchange,
                        version,
                        User.class,
                        false,
                        client -> client.users().get(id));
            case "people" ->
                new RecordedRead(
                        exchange,
                        version,
                        Person.class,
                        false,
                        client -> client.people().get(id));
            case "patches" ->
                new RecordedRead(
                        exchange,
                        version,
                        Patch.class,
                        false,
                        client -> client.patches().get(id));
            case "covers" ->
                new RecordedRead(
                        exchange,
                        version,
                        Cover.class,
                        false,
                        client -> client.covers().get(id));
            case "series" ->
                new RecordedRead(
                        exchange,
                        version,
                        Series.class,
                        false,
                        client -> client.series().get(id));
            case "bundles" ->
                new RecordedRead(
                        exchange,
                        version,
                        Bundle.class,
                        false,
                        client -> client.bundles().get(id));
            case "patches/checks" ->
                new RecordedRead(
                        exchange,
                        version,
                        Check.class,
                        false,
                        client -> client.checks().get(patch, within));
            case "patches/comments" ->
                new RecordedRead(
                        exchange,
                        version,
                        Comment.class,
                        false,
                        client -> client.comments().get(patch, within));
            case "covers/comments" ->
                new RecordedRead(
                        exchange,
                        version,
                        Comment.class,
                        false,
                        client -> client.comments().get(cover, within));
            default -> throw new Unsayable("no address that the client asks for");
        };
    }

    private static long id(@Nullable String text) {
        if (text == null || !text.matches("0|[1-9]\\d{0,17}")) {
            throw new Unsayable("an id that is written as no id is");
        }
        return Long.parseLong(text);
    }

    private static RecordedRead list(
            Exchange exchange, ApiVersion version, String kind, @Nullable String key, RecordedParameters parameters) {
        long id = key == null ? 0 : id(key);
        try {
            RecordedParameters taken = parameters.copy();
            Cursor cursor = taken.cursor();
            Function<PatchworkClient, Paged<?>> paged = paged(kind, id, taken);
            return new RecordedRead(
                    exchange,
                    version,
                    type(kind),
                    false,
                    client -> firstPage(paged.apply(client).from(cursor)));
        } catch (Unsayable e) {
            Function<PatchworkApi, Call<?>> call = raw(kind, id, parameters.copy());
            return new RecordedRead(
                    exchange,
                    version,
                    type(kind),
                    true,
                    client -> Transport.execute(call.apply(client.api())).body());
        }
    }

    private static <T> List<T> firstPage(Paged<T> list) {
        var pages = list.pages().iterator();
        return pages.hasNext() ? pages.next().items() : List.of();
    }

    private static Class<?> type(String kind) {
        return switch (kind) {
            case "projects" -> Project.class;
            case "users" -> User.class;
            case "people" -> Person.class;
            case "patches" -> PatchSummary.class;
            case "covers" -> CoverSummary.class;
            case "series" -> Series.class;
            case "bundles" -> Bundle.class;
            case "events" -> Event.class;
            case "patches/checks" -> Check.class;
            default -> Comment.class;
        };
    }

    /** Makes a list by a query, which has a place for all that filters and for nothing that does not. */
    private static Function<PatchworkClient, Paged<?>> paged(String kind, long id, RecordedParameters p) {
        return switch (kind) {
            case "projects" -> {
                ProjectQuery query = ProjectQuery.builder()
                        .order(p.order(ProjectQuery.Order.class))
                        .build();
                yield p.all(client -> client.projects().list(query));
            }
            case "users" -> {
                UserQuery query = UserQuery.builder()
                        .search(p.text("q"))
                        .order(p.order(UserQuery.Order.class))
                        .build();
                yield p.all(client -> client.users().list(query));
            }
            case "people" -> {
                PersonQuery query = PersonQuery.builder()
                        .search(p.text("q"))
                        .order(p.order(PersonQuery.Order.class))
                        .build();
                yield p.all(client -> client.people().list(query));
            }
            case "patches" -> {
                PatchQuery query = patches(p);
                yield p.all(client -> client.patches().list(query));
            }
            case "covers" -> {
                CoverQuery query = CoverQuery.builder()
                        .project(p.text("project"))
                        .submitter(p.text("submitter"))
                        .messageId(p.messageId())
                        .since(p.date("since"))
                        .before(p.date("before"))
                        .search(p.text("q"))
                        .order(p.order(CoverQuery.Order.class))
                        .build();
                yield p.all(client -> client.covers().list(query));
            }
            case "series" -> {
                SeriesQuery query = SeriesQuery.builder()
                        .project(p.text("project"))
                        .submitter(p.text("submitter"))
                        .since(p.date("since"))
                        .before(p.date("before"))
                        .search(p.text("q"))
                        .order(p.order(SeriesQuery.Order.class))
                        .build();
                yield p.all(client -> client.series().list(query));
            }
            case "bundles" -> {
                BundleQuery query = BundleQuery.builder()
                        .project(p.text("project"))
                        .owner(p.text("owner"))
                        .isPublic(p.bool("public"))
                        .search(p.text("q"))
                        .order(p.order(BundleQuery.Order.class))
                        .build();
                yield p.all(client -> client.bundles().list(query));
            }
            case "events" -> {
                EventQuery query = EventQuery.builder()
                        .project(p.text("project"))
                        .category(p.text("category").map(EventCategory::of))
                        .series(p.id("series"))
                        .patch(p.id("patch"))
                        .cover(p.id("cover"))
                        .actor(p.id("actor"))
                        .since(p.date("since"))
                        .before(p.date("before"))
                        .order(p.order(EventQuery.Order.class))
                        .build();
                yield p.all(client -> client.events().list(query));
            }
            case "patches/checks" -> {
                CheckQuery query = CheckQuery.builder()
                        .user(p.text("user"))
                        .state(p.checkState())
                        .context(p.text("context"))
                        .order(p.order(CheckQuery.Order.class))
                        .build();
                yield p.all(client -> client.checks().list(id, query));
            }
            case "patches/comments", "covers/comments" -> {
                CommentQuery query = CommentQuery.builder()
                        .order(p.order(CommentQuery.Order.class))
                        .build();
                PatchRef patch = PatchRef.builder().id(id).name("").build();
                CoverRef cover = CoverRef.builder().id(id).name("").build();
                yield p.all(client -> kind.startsWith("patches")
                        ? client.comments().list(patch, query)
                        : client.comments().list(cover, query));
            }
            default -> throw new Unsayable("no address that the client asks for");
        };
    }

    private static PatchQuery patches(RecordedParameters p) {
        return PatchQuery.builder()
                .project(p.text("project"))
                .series(p.id("series"))
                .submitter(p.text("submitter"))
                .delegate(p.text("delegate"))
                .states(p.texts("state").stream().map(PatchState::of).toList())
                .archived(p.bool("archived"))
                .hash(p.text("hash"))
                .messageId(p.messageId())
                .since(p.date("since"))
                .before(p.date("before"))
                .search(p.text("q"))
                .order(p.order(PatchQuery.Order.class))
                .build();
    }

    /** Makes one page of a list by the wire interface, which takes any text for a filter. */
    private static Function<PatchworkApi, Call<?>> raw(String kind, long id, RecordedParameters p) {
        Integer page = p.number("page");
        Integer size = p.number("per_page");
        String order = p.any("order");
        String search = p.any("q");
        String project = p.any("project");
        String submitter = p.any("submitter");
        String since = p.any("since");
        String before = p.any("before");
        return switch (kind) {
            case "projects" ->
                p.none(project, submitter, since, before, search).all(api -> api.projects(order, page, size));
            case "users" -> p.none(project, submitter, since, before).all(api -> api.users(search, order, page, size));
            case "people" ->
                p.none(project, submitter, since, before).all(api -> api.people(search, order, page, size));
            case "patches" -> {
                Long series = p.wide("series");
                String delegate = p.any("delegate");
                List<String> states = p.texts("state");
                Boolean archived = p.bool("archived").orElse(null);
                String hash = p.any("hash");
                String messageId = p.any("msgid");
                yield p.all(api -> api.patches(
                        project, series, submitter, delegate, states, archived, hash, messageId, since, before, search,
                        order, page, size));
            }
            case "covers" -> {
                String messageId = p.any("msgid");
                yield p.all(api -> api.covers(project, submitter, messageId, since, before, search, order, page, size));
            }
            case "series" -> p.all(api -> api.seriesList(project, submitter, since, before, search, order, page, size));
            case "bundles" -> {
                String owner = p.any("owner");
                Boolean isPublic = p.bool("public").orElse(null);
                yield p.none(submitter, since, before)
                        .all(api -> api.bundles(project, owner, isPublic, search, order, page, size));
            }
            case "events" -> {
                String category = p.any("category");
                Long series = p.wide("series");
                Long patch = p.wide("patch");
                Long cover = p.wide("cover");
                Long actor = p.wide("actor");
                yield p.none(submitter, search)
                        .all(api -> api.events(
                                project, category, series, patch, cover, actor, since, before, order, page, size));
            }
            case "patches/checks" -> {
                String user = p.any("user");
                Integer state = p.number("state");
                String context = p.any("context");
                yield p.none(project, submitter, search)
                        .all(api -> api.checks(id, user, state, context, since, before, order, page, size));
            }
            case "patches/comments" ->
                p.none(project, submitter, since, before, search).all(api -> api.patchComments(id, order, page, size));
            case "covers/comments" ->
                p.none(project, submitter, since, before, search).all(api -> api.coverComments(id, order, page, size));
            default -> throw new Unsayable("no address that the client asks for");
        };
    }
}
