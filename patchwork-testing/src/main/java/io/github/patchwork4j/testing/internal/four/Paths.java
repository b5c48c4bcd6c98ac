package io.github.patchwork4j.testing.internal.four;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paths below a version, which every version has, and their methods. */
final class Paths {
    private static final String ID = "{id}";
    private static final String PROJECT = "{project}";

    private final List<Path> all = List.of(
            path("").get(call -> Outcome.ok("Index", call.shapes().index())),
            path("projects").get(Lists.projects()),
            path("projects/{project}")
                    .get(OtherWrites::project)
                    .on("PUT", OtherWrites::changeProject)
                    .on("PATCH", OtherWrites::changeProject),
            path("projects/{id}/webhooks").get(Webhooks.list()).on("POST", Webhooks::post),
            path("projects/{id}/webhooks/{id}")
                    .get(Webhooks::get)
                    .on("PATCH", Webhooks::change)
                    .on("DELETE", Webhooks::delete),
            path("users").get(Lists.users()),
            path("users/{id}")
                    .get(OtherWrites::user)
                    .on("PUT", OtherWrites::changeUser)
                    .on("PATCH", OtherWrites::changeUser),
            path("people").get(Lists.people()),
            path("people/{id}").get(OtherWrites::person),
            path("patches").get(Lists.patches()),
            path("patches/{id}")
                    .get(call -> Outcome.ok(
                            "Patch",
                            call.shapes().patchDetail(call.find(call.world().patches(), 0))))
                    .on("PUT", PatchWrites::change)
                    .on("PATCH", PatchWrites::change),
            path("patches/{id}/checks").get(Lists.checks()).on("POST", CheckWrites::post),
            path("patches/{id}/checks/{id}").get(CheckWrites::get).on("PATCH", CheckWrites::change),
            comments(OtherWrites.Comments.ON_PATCHES),
            comment(OtherWrites.Comments.ON_PATCHES),
            path("covers").get(Lists.covers()),
            path("covers/{id}").get(OtherWrites::cover),
            comments(OtherWrites.Comments.ON_COVERS),
            comment(OtherWrites.Comments.ON_COVERS),
            path("series").get(Lists.series()),
            path("series/{id}").get(OtherWrites::series).on("PATCH", OtherWrites::changeSeries),
            path("events").get(Lists.events()),
            path("bundles").get(Lists.bundles()).on("POST", BundleWrites::post),
            path("bundles/{id}")
                    .get(BundleWrites::get)
                    .on("PUT", BundleWrites::change)
                    .on("PATCH", BundleWrites::change)
                    .on("DELETE", BundleWrites::delete));

    private static Path comments(OtherWrites.Comments kind) {
        return path(kind.parents() + "/{id}/comments").get(Lists.comments(kind.parents(), kind.table()));
    }

    private static Path comment(OtherWrites.Comments kind) {
        return path(kind.parents() + "/{id}/comments/{id}").get(kind::get).on("PATCH", kind::change);
    }

    private static Path path(String pattern) {
        return new Path(pattern.isEmpty() ? List.of() : List.of(pattern.split("/")), Map.of());
    }

    /** Finds a path by its segments after the version, or returns null. */
    @Nullable Match find(List<String> segments) {
        for (Path path : all) {
            List<String> arguments = path.match(segments);
            if (arguments != null) {
                return new Match(path, arguments);
            }
        }
        return null;
    }

    /**
     * A path that was found.
     *
     * @param path the path
     * @param arguments its variable segments
     */
    record Match(Path path, List<String> arguments) {

        /** Refuses ids that are no numbers of 64 bits. */
        void insistOnIds() {
            Problem.Faults faults = new Problem.Faults();
            List<String> variables = path.pattern.stream()
                    .filter(segment -> segment.startsWith("{"))
                    .toList();
            for (int i = 0; i < variables.size(); i++) {
                if (variables.get(i).equals(ID)) {
                    Numbers.read(arguments.get(i), "path.id", faults);
                }
            }
            faults.finish();
        }
    }

    /**
     * One path.
     *
     * @param pattern its segments
     * @param methods what it does
     */
    record Path(List<String> pattern, Map<String, Action> methods) {

        Path get(Action action) {
            return on("GET", action);
        }

        Path on(String method, Action action) {
            Map<String, Action> more = new LinkedHashMap<>(methods);
            more.put(method, action);
            return new Path(pattern, more);
        }

        private @Nullable List<String> match(List<String> segments) {
            if (segments.size() != pattern.size()) {
                return null;
            }
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < segments.size(); i++) {
                String expected = pattern.get(i);
                if (expected.equals(ID) || expected.equals(PROJECT)) {
                    arguments.add(segments.get(i));
                } else if (!expected.equals(segments.get(i))) {
                    return null;
                }
            }
            return segments.contains("") ? null : arguments;
        }
    }
}
