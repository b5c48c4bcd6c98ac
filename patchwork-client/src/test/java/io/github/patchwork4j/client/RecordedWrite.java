package io.github.patchwork4j.client;

import io.github.patchwork4j.client.Recordings.Exchange;
import io.github.patchwork4j.core.ApiVersion;
import io.github.patchwork4j.core.Bundle;
import io.github.patchwork4j.core.Check;
import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.Comment;
import io.github.patchwork4j.core.CoverRef;
import io.github.patchwork4j.core.Patch;
import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PatchState;
import io.github.patchwork4j.core.Project;
import io.github.patchwork4j.core.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A recorded write as calls of the client make it. */
abstract class RecordedWrite {
    private static final Pattern PATH = Pattern.compile(
            "/api/(1\\.\\d)/(patches|covers|bundles|projects|users)/(?:([^/]+)/)?(?:(checks|comments)/(?:(\\d+)/)?)?");

    private final Exchange exchange;

    RecordedWrite(Exchange exchange) {
        this.exchange = exchange;
    }

    static RecordedWrite of(Exchange exchange) {
        try {
            exchange.credentials();
        } catch (IllegalArgumentException e) {
            return new Inexpressible(exchange, e.getMessage());
        }
        try {
            return expressed(exchange);
        } catch (Unsayable e) {
            return new Inexpressible(exchange, e.getMessage());
        } catch (IllegalArgumentException e) {
            return new Inexpressible(exchange, "refused: the server would take it for something else");
        } catch (IllegalStateException e) {
            return new Inexpressible(exchange, "refused: nothing is set");
        }
    }

    final Exchange exchange() {
        return exchange;
    }

    abstract ApiVersion version();

    abstract @Nullable Object send(PatchworkClient client);

    abstract @Nullable Object result();

    /** Tells whether it asks for what its version of the API does not have. */
    abstract boolean isTooNew();

    @Override
    public String toString() {
        return exchange.name();
    }

    /** One that no method of the client can express. */
    static final class Inexpressible extends RecordedWrite {
        private final String reason;

        Inexpressible(Exchange exchange, String reason) {
            super(exchange);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }

        @Override
        ApiVersion version() {
            throw new IllegalStateException(reason);
        }

        @Override
        Object send(PatchworkClient client) {
            throw new IllegalStateException(reason);
        }

        @Override
        Object result() {
            throw new IllegalStateException(reason);
        }

        @Override
        boolean isTooNew() {
            return false;
        }
    }

    private static final class Unsayable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsayable(String reason) {
            super(reason);
        }
    }

    private static RecordedWrite expressed(Exchange exchange) {
        Matcher path = PATH.matcher(exchange.path());
        if (!path.matches()) {
            throw new Unsayable("no method for this address");
        }
        ApiVersion version = ApiVersion.of(path.group(1));
        String kind = exchange.method() + " " + path.group(2)
                + (path.group(3) == null ? "" : "/id")
                + (path.group(4) == null ? "" : "/" + path.group(4))
                + (path.group(5) == null ? "" : "/id");
        String key = path.group(3);
        long inner = path.group(5) == null ? 0 : Long.parseLong(path.group(5));
        Fields fields = new Fields(exchange.sent());
        return switch (kind) {
            case "PATCH patches/id" -> {
                PatchUpdate update = fields.patch();
                update.refuseSelf(Long.parseLong(key));
                boolean tooNew = update.writesRelated() && !version.isAtLeast(ApiVersion.V1_2);
                yield write(
                        exchange,
                        version,
                        tooNew,
                        Patch.class,
                        client -> client.patches().update(Long.parseLong(key), update));
            }
            case "POST patches/id/checks" -> {
                NewCheck check = fields.check();
                yield write(
                        exchange,
                        version,
                        false,
                        Check.class,
                        client -> client.checks().create(Long.parseLong(key), check));
            }
            case "PATCH patches/id/comments/id" -> {
                CommentUpdate update = fields.comment();
                PatchRef patch =
                        PatchRef.builder().id(Long.parseLong(key)).name("x").build();
                yield write(
                        exchange,
                        version,
                        !version.isAtLeast(ApiVersion.V1_3),
                        Comment.class,
                        client -> client.comments().update(patch, inner, update));
            }
            case "PATCH covers/id/comments/id" -> {
                CommentUpdate update = fields.comment();
                CoverRef cover =
                        CoverRef.builder().id(Long.parseLong(key)).name("x").build();
                yield write(
                        exchange,
                        version,
                        !version.isAtLeast(ApiVersion.V1_3),
                        Comment.class,
                        client -> client.comments().update(cover, inner, update));
            }
            case "POST bundles" -> {
                NewBundle bundle = fields.newBundle();
                yield write(
                        exchange,
                        version,
                        !version.isAtLeast(ApiVersion.V1_2),
                        Bundle.class,
                        client -> client.bundles().create(bundle));
            }
            case "PATCH bundles/id" -> {
                BundleUpdate update = fields.bundle();
                yield write(
                        exchange,
                        version,
                        !version.isAtLeast(ApiVersion.V1_2),
                        Bundle.class,
                        client -> client.bundles().update(Long.parseLong(key), update));
            }
            case "DELETE bundles/id" ->
                write(exchange, version, !version.isAtLeast(ApiVersion.V1_2), Void.class, client -> {
                    client.bundles().delete(Long.parseLong(key));
                    return null;
                });
            case "PATCH projects/id" -> {
                ProjectUpdate update = fields.project();
                boolean tooNew = (update.writesFormats() && !version.isAtLeast(ApiVersion.V1_2))
                        || (update.writesDependencies() && !version.isAtLeast(ApiVersion.V1_4));
                yield write(
                        exchange,
                        version,
                        tooNew,
                        Project.class,
                        client -> client.projects().update(key, update));
            }
            case "PATCH users/id" -> {
                UserUpdate update = fields.user();
                yield write(
                        exchange,
                        version,
                        update.writesSettings() && !version.isAtLeast(ApiVersion.V1_2),
                        User.class,
                        client -> client.users().update(Long.parseLong(key), update));
            }
            default -> throw new Unsayable("no method for this address");
        };
    }

    private static RecordedWrite write(
            Exchange exchange,
            ApiVersion version,
            boolean tooNew,
            Class<?> type,
            Function<PatchworkClient, @Nullable Object> call) {
        return new RecordedWrite(exchange) {
            @Override
            ApiVersion version() {
                return version;
            }

            @Override
            @Nullable Object send(PatchworkClient client) {
                return call.apply(client);
            }

            @Override
            @Nullable Object result() {
                return type == Void.class
                        ? null
                        : PatchworkJson.builder()
                                .strict()
                                .apiVersion(version)
                                .build()
                                .read(type, exchange.bodyText());
            }

            @Override
            boolean isTooNew() {
                return tooNew;
            }
        };
    }

    /** The fields of a recorded body, put into the builders of the client. */
    private static final class Fields {
        private final @Nullable Object body;

        Fields(@Nullable Object body) {
            this.body = body;
        }

        private Map<?, ?> fields() {
            if (!(body instanceof Map<?, ?> map)) {
                throw new Unsayable("no JSON object");
            }
            return map;
        }

        PatchUpdate patch() {
            PatchUpdate.Builder update = PatchUpdate.builder();
            fields().forEach((name, value) -> {
                switch (String.valueOf(name)) {
                    case "state" -> update.state(PatchState.of(text(value)));
                    case "delegate" -> {
                        if (value == null) {
                            update.clearDelegate();
                        } else {
                            update.delegate(number(value));
                        }
                    }
                    case "archived" -> update.archived(bool(value));
                    case "commit_ref" -> {
                        if (value == null) {
                            update.clearCommitRef();
                        } else {
                            update.commitRef(text(value));
                        }
                    }
                    case "pull_url" -> {
                        if (value == null) {
                            update.clearPullUrl();
                        } else {
                            update.pullUrl(text(value));
                        }
                    }
                    case "related" -> {
                        long[] ids = ids(value);
                        if (ids.length == 0) {
                            update.leaveRelation();
                        } else {
                            update.relateTo(ids);
                        }
                    }
                    default -> throw new Unsayable("unknown field");
                }
            });
            return update.build();
        }

        NewCheck check() {
            if (!fields().containsKey("state")) {
                throw new Unsayable("unknown field");
            }
            String state = text(fields().get("state"));
            NewCheck.Builder check = NewCheck.builder(CheckState.of(state));
            fields().forEach((name, value) -> {
                switch (String.valueOf(name)) {
                    case "state" -> {}
                    case "context" -> check.context(text(value));
                    case "target_url" -> check.targetUrl(text(value));
                    case "description" -> check.description(text(value));
                    default -> throw new Unsayable("unknown field");
                }
            });
            return check.build();
        }

        CommentUpdate comment() {
            if (fields().isEmpty()) {
                throw new IllegalStateException("nothing is set");
            }
            if (!fields().keySet().equals(Set.of("addressed"))) {
                throw new Unsayable("unknown field");
            }
            Object value = fields().get("addressed");
            if (value == null) {
                return CommentUpdate.cleared();
            }
            return bool(value) ? CommentUpdate.addressed() : CommentUpdate.unaddressed();
        }

        NewBundle newBundle() {
            if (!fields().containsKey("name") || !fields().containsKey("patches")) {
                throw new Unsayable("unknown field");
            }
            NewBundle.Builder bundle = NewBundle.builder(text(fields().get("name")), ids(fields().get("patches")));
            fields().forEach((name, value) -> {
                switch (String.valueOf(name)) {
                    case "name", "patches" -> {}
                    case "public" -> {
                        if (bool(value)) {
                            bundle.visibleToAll();
                        } else {
                            throw new Unsayable("unknown field");
                        }
                    }
                    default -> throw new Unsayable("unknown field");
                }
            });
            return bundle.build();
        }

        BundleUpdate bundle() {
            BundleUpdate.Builder update = BundleUpdate.builder();
            fields().forEach((name, value) -> {
                switch (String.valueOf(name)) {
                    case "name" -> update.name(text(value));
                    case "patches" -> update.patches(ids(value));
                    case "public" -> {
                        if (bool(value)) {
                            update.visibleToAll();
                        } else {
                            update.visibleToOwner();
                        }
                    }
                    default -> throw new Unsayable("unknown field");
                }
            });
            return update.build();
        }

        ProjectUpdate project() {
            ProjectUpdate.Builder update = ProjectUpdate.builder();
            fields().forEach((name, value) -> {
                switch (String.valueOf(name)) {
                    case "web_url" -> update.webUrl(text(value));
                    case "scm_url" -> update.scmUrl(text(value));
                    case "webscm_url" -> update.webscmUrl(text(value));
                    case "list_archive_url" -> update.listArchiveUrl(text(value));
                    case "list_archive_url_format" -> update.listArchiveUrlFormat(text(value));
                    case "commit_url_format" -> update.commitUrlFormat(text(value));
                    case "show_dependencies" -> update.showDependencies(bool(value));
                    default -> throw new Unsayable("unknown field");
                }
            });
            return update.build();
        }

        UserUpdate user() {
            UserUpdate.Builder update = UserUpdate.builder();
            fields().forEach((name, value) -> {
                switch (String.valueOf(name)) {
                    case "first_name" -> update.firstName(text(value));
                    case "last_name" -> update.lastName(text(value));
                    case "settings" -> settings(value, update);
                    default -> throw new Unsayable("unknown field");
                }
            });
            return update.build();
        }

        private static void settings(@Nullable Object settings, UserUpdate.Builder update) {
            if (!(settings instanceof Map<?, ?> map) || map.isEmpty()) {
                throw new Unsayable("another type");
            }
            map.forEach((name, value) -> {
                switch (String.valueOf(name)) {
                    case "send_email" -> update.sendEmail(bool(value));
                    case "items_per_page" -> update.itemsPerPage((int) number(value));
                    case "show_ids" -> update.showIds(bool(value));
                    default -> throw new Unsayable("unknown field");
                }
            });
        }

        private static String text(@Nullable Object value) {
            if (value instanceof String text) {
                return text;
            }
            throw new Unsayable("another type");
        }

        private static boolean bool(@Nullable Object value) {
            if (value instanceof Boolean bool) {
                return bool;
            }
            throw new Unsayable("another type");
        }

        private static long number(@Nullable Object value) {
            if (value instanceof Double number && number == number.longValue()) {
                return number.longValue();
            }
            throw new Unsayable("another type");
        }

        private static long[] ids(@Nullable Object value) {
            if (value instanceof List<?> list) {
                return list.stream().mapToLong(Fields::number).toArray();
            }
            throw new Unsayable("another type");
        }
    }
}
