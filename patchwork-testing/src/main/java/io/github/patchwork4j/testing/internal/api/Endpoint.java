package io.github.patchwork4j.testing.internal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind a path of the API. */
abstract class Endpoint {
    private final String name;
    private final String description;
    private final List<String> methods;

    /**
     * Describes the endpoint.
     *
     * @param name its title
     * @param description what {@code OPTIONS} says about it
     * @param methods those it has besides HEAD and OPTIONS
     */
    Endpoint(String name, String description, List<String> methods) {
        this.name = name;
        this.description = description;
        this.methods = methods;
    }

    final String name() {
        return name;
    }

    final String description() {
        return description;
    }

    final boolean has(String method) {
        return methods.contains(method);
    }

    final String allow() {
        return String.join(", ", methods) + ", HEAD, OPTIONS";
    }

    /** Refuses whoever may not come near, whatever the object; this comes before the method is looked at. */
    void admit(ApiCall call) {}

    abstract Reply get(ApiCall call);

    /** Looks the object up and refuses whoever may not write it; what would be written is not looked at. */
    abstract Reply write(ApiCall call);

    /** Returns the form that the caller may fill in, or null. */
    @Nullable Form form(ApiCall call) {
        return null;
    }
}
