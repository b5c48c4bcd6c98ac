package io.github.patchwork4j.testing.internal.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path of the API and what stands behind it.
 *
 * @param since the minor version that brought the path
 * @param pattern its segments, where <code>{id}</code> and <code>{project}</code> are variable
 * @param audience who may come near
 * @param endpoint what stands behind it
 */
record Route(int since, List<String> pattern, Audience audience, Endpoint endpoint) {

    /** Who may use a path. */
    enum Audience {
        /** Everybody. */
        ALL,
        /** Those who are logged in. */
        USERS
    }

    static Route of(String pattern, Endpoint endpoint) {
        return new Route(0, List.of(pattern.split("/")), Audience.ALL, endpoint);
    }

    Route since(int minor) {
        return new Route(minor, pattern, audience, endpoint);
    }

    Route forUsers() {
        return new Route(since, pattern, Audience.USERS, endpoint);
    }

    /** Returns the variable segments, or null if the path is another one. */
    @Nullable List<String> match(List<String> segments) {
        if (segments.size() != pattern.size()) {
            return null;
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            switch (pattern.get(i)) {
                case "{id}" -> {
                    if (!isId(segment)) {
                        return null;
                    }
                    arguments.add(segment);
                }
                case "{project}" -> arguments.add(segment);
                default -> {
                    if (!segment.equals(pattern.get(i))) {
                        return null;
                    }
                }
            }
        }
        return arguments;
    }

    private static boolean isId(String segment) {
        return segment.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
