package io.github.patchwork4j.client.internal.json;

import io.github.patchwork4j.core.PatchRef;
import io.github.patchwork4j.core.PersonRef;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;

/** What the JSON of the API calls the attributes of the model: their names in snake case, but for a few. */
final class JsonNames {
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "messageId", "msgid",
            "mboxUrl", "mbox",
            "commentsUrl", "comments",
            "checksUrl", "checks",
            "isPublic", "public",
            "profileId", "id");

    /** Optional attributes that the server leaves out when there is nothing to tell; all others it sends as null. */
    private static final Set<String> LEFT_OUT =
            Set.of("settings", "show_dependencies", "dependencies", "dependents", "metadata");

    private JsonNames() {}

    static String of(Method attribute) {
        String exception = EXCEPTIONS.get(attribute.getName());
        return exception != null ? exception : snakeCase(attribute.getName());
    }

    static boolean isLeftOutWhenEmpty(String name) {
        return LEFT_OUT.contains(name);
    }

    /**
     * Tells whether empty text means that there is no value, as Patchwork 4.0 has it where 3.x sends null. Other texts,
     * such as {@code commit_ref}, may be empty and null on 3.x, so both are kept apart.
     */
    static boolean isBlankNothing(Class<?> type, String name) {
        return switch (name) {
            case "hash", "diff" -> PatchRef.class.isAssignableFrom(type);
            case "name" -> PersonRef.class.isAssignableFrom(type);
            default -> false;
        };
    }

    private static String snakeCase(String camelCase) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
