package io.github.patchwork4j.client;

import io.github.patchwork4j.core.CheckState;
import io.github.patchwork4j.core.EventCategory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses values that a server would store damaged, take for something else or fail on. */
final class WriteValues {
    /** What both servers tell of. */
    private static final Set<EventCategory> EVENTS = Set.of(
            EventCategory.SERIES_CREATED,
            EventCategory.COVER_CREATED,
            EventCategory.PATCH_CREATED,
            EventCategory.PATCH_COMPLETED,
            EventCategory.SERIES_COMPLETED,
            EventCategory.PATCH_COMMENT_CREATED,
            EventCategory.COVER_COMMENT_CREATED,
            EventCategory.PATCH_STATE_CHANGED,
            EventCategory.PATCH_DELEGATED,
            EventCategory.PATCH_RELATION_CHANGED,
            EventCategory.CHECK_CREATED,
            EventCategory.CHECK_UPDATED);

    private WriteValues() {}

    static void refuseNoId(String name, long id) {
        if (id < 1) {
            throw new IllegalArgumentException(name + " is no id: " + id);
        }
    }

    static List<Long> ids(String name, long... ids) {
        Arrays.stream(ids).forEach(id -> refuseNoId(name, id));
        return Arrays.stream(ids).boxed().toList();
    }

    static void refuseBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank: \"" + value + "\"");
        }
    }

    /** Writes the outcome of a check by its word: 3.x takes {@code 3} for a failure, and 4.0 takes no number. */
    static String outcome(CheckState state) {
        if (state.value().chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("the state of a check is a word, not the number " + state);
        }
        return state.value();
    }

    /** Writes categories of events as webhooks have them. */
    static String categories(EventCategory... categories) {
        if (categories.length == 0) {
            throw new IllegalArgumentException("no category of events is named, which the server would take for all");
        }
        return Arrays.stream(categories).map(EventCategory::value).distinct().collect(Collectors.joining(","));
    }

    /** Refuses a category of events that no server makes: an update with it would silence a webhook without a word. */
    static String knownCategories(EventCategory... categories) {
        for (EventCategory category : categories) {
            if (!EVENTS.contains(category)) {
                throw new IllegalArgumentException("no server makes events of the category " + category
                        + "; the webhook would not be told of any");
            }
        }
        return categories(categories);
    }

    /** Refuses a name whose address would be none, or that of something else. */
    static String bundleName(String name) {
        refuseBlank("the name of the bundle", name);
        String stripped = name.strip(); // as servers do
        if (name.indexOf('/') >= 0 || stripped.equals(".") || stripped.equals("..")) {
            throw new IllegalArgumentException("a bundle named \"" + name + "\" has no address: Patchwork fails on a"
                    + " slash, and on dots alone");
        }
        return name;
    }

    /** Refuses a format that Python cannot fill in: Patchwork 3.x then leaves the addresses out without a word. */
    static void refusePlaceholders(String format) {
        String rest = format.replace("{}", "");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new IllegalArgumentException("the format holds braces other than {}: \"" + format + "\"");
        }
    }
}
